# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_trctl_global_optspecs
    string join \n profile= workspace= base-url= o/output= columns= sort= no-headers jq= limit= page-size= watch= y/yes= dry-run concurrency= timeout= q/quiet v/verbose color= h/help V/version
end

function __fish_trctl_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_trctl_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_trctl_using_subcommand
    set -l cmd (__fish_trctl_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c trctl -n "__fish_trctl_needs_command" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_needs_command" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_needs_command" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_needs_command" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_needs_command" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_needs_command" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_needs_command" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_needs_command" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_needs_command" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_needs_command" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_needs_command" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_needs_command" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_needs_command" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_needs_command" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_needs_command" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_needs_command" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_needs_command" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_needs_command" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_needs_command" -s V -l version -d 'Print version'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "tasks" -d 'List, inspect, create, change and clean up tasks'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "workspace" -d 'See and change the account\'s workspaces and choose one'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "activities" -d 'See and change what workers can be doing'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "channels" -d 'See and change the task channels, the kinds of tasks'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "workers" -d 'See who works, change workers, and put them to another activity'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "queues" -d 'See and change the task queues and who serves them'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "workflows" -d 'See and change the workflows, the rules that send tasks to queues'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "reservations" -d 'See offers of tasks to workers, and answer them'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "conferences" -d 'See conferences and end them; one of TaskRouter\'s is named after its task'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "voice-queues" -d 'See the callers in line; a voice queue of TaskRouter\'s is named after its workflow'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "events" -d 'See what happened in the workspace, and follow what happens'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "stats" -d 'See statistics, real-time and of a window of time, and check them'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "emulator" -d 'Run a local TaskRouter that routes for real, without a Twilio account'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "profile" -d 'Keep accounts, workspaces and their settings under names'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "demo" -d 'Show the whole story on an emulator, without a Twilio account'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "man" -d 'Print a page of the manual, or write all of them'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "list" -d 'List tasks, oldest first, each with the worker who has it'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "get" -d 'Show a task with its reservation and its conference'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "create" -d 'Create a task'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "update" -d 'Change a task\'s attributes, priority, channel or place in line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "complete" -d 'Complete tasks that are assigned or wrapping'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "cancel" -d 'Cancel tasks that are pending or reserved'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "delete" -d 'Delete tasks, whatever their status'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "wrap-complete" -d 'Complete tasks that are stuck in wrapping'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "purge" -d 'Delete what is left over: old tasks and tasks that are finished'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "stuck" -d 'List tasks that have been in their status for too long, and the verb that would help'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations" -f -a "reservations" -d 'List the reservations of tasks, oldest first'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l order -d 'Order in which Twilio sends them: `created`, `priority`, `virtual-start`, each with `:asc` or `:desc`, comma-separated' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l status -d 'Only those in this status, or in one of several, comma-separated (can be repeated)' -r -f -a "pending\t''
reserved\t''
assigned\t''
canceled\t''
completed\t''
wrapping\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l queue -d 'Only those in this queue, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l workflow -d 'Only those of this workflow, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l priority -d 'Only those of exactly this priority' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l channel -d 'Only those of this channel, by unique name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l attributes -d 'Only those whose attributes match, judged by Twilio (three such requests per second)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l routing-target -d 'Only those sent directly to this worker, queue or workflow: a SID, or a worker\'s name' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l with-reservations -d 'Show every reservation of every task'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l workflow -d 'Workflow that routes it, by name or SID; the workspace\'s only one if left out' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l attributes -d 'Attributes as a JSON object; `@FILE` reads a file, `-` stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l attributes-file -d 'File that holds the attributes, a JSON object; `-` reads stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l set -l attribute -d 'Set one attribute (can be repeated); the value is JSON if it reads as such, else text' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l priority -d 'Priority, 0 to 2147483647; higher goes first' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l ttl -l task-timeout -d 'How long it may wait for a worker, such as `2h`; a day unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l channel -d 'Channel, by unique name or SID; `default` unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l virtual-start -d 'Moment it is ordered by instead of its creation, such as `2026-11-21T08:00:00Z`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l routing-target -d 'Worker, queue or workflow to send it to directly: a SID, or a worker\'s name' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l ignore-capacity -d 'Whether the worker it is sent to directly may be at capacity' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l queue -d 'Queue it belongs to when it is sent directly to a worker, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l priority -d 'Priority, 0 to 2147483647; higher goes first' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l channel -d 'Channel, by unique name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l virtual-start -d 'Moment it is ordered by, such as `2026-11-21T08:00:00Z`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l attributes -d 'Attributes as a JSON object; `@FILE` reads a file, `-` stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l attributes-file -d 'File that holds the attributes, a JSON object; `-` reads stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l set -l attribute -d 'Set one attribute (can be repeated); the value is JSON if it reads as such, else text' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l unset -d 'Remove one attribute (can be repeated)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l replace -d 'Keep nothing of the present attributes'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l reason -d 'Reason to store on every completed task' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l status -d 'Only those in this status, or in one of several, comma-separated (can be repeated)' -r -f -a "pending\t''
reserved\t''
assigned\t''
canceled\t''
completed\t''
wrapping\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l queue -d 'Only those in this queue, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l workflow -d 'Only those of this workflow, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l priority -d 'Only those of exactly this priority' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l channel -d 'Only those of this channel, by unique name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l attributes -d 'Only those whose attributes match, judged by Twilio (three such requests per second)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l routing-target -d 'Only those sent directly to this worker, queue or workflow: a SID, or a worker\'s name' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l all -d 'Every task that is assigned or wrapping'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l reason -d 'Reason to store on every canceled task' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l status -d 'Only those in this status, or in one of several, comma-separated (can be repeated)' -r -f -a "pending\t''
reserved\t''
assigned\t''
canceled\t''
completed\t''
wrapping\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l queue -d 'Only those in this queue, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l workflow -d 'Only those of this workflow, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l priority -d 'Only those of exactly this priority' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l channel -d 'Only those of this channel, by unique name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l attributes -d 'Only those whose attributes match, judged by Twilio (three such requests per second)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l routing-target -d 'Only those sent directly to this worker, queue or workflow: a SID, or a worker\'s name' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l all -d 'Every task that is pending or reserved'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l status -d 'Only those in this status, or in one of several, comma-separated (can be repeated)' -r -f -a "pending\t''
reserved\t''
assigned\t''
canceled\t''
completed\t''
wrapping\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l queue -d 'Only those in this queue, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l workflow -d 'Only those of this workflow, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l priority -d 'Only those of exactly this priority' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l channel -d 'Only those of this channel, by unique name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l attributes -d 'Only those whose attributes match, judged by Twilio (three such requests per second)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l routing-target -d 'Only those sent directly to this worker, queue or workflow: a SID, or a worker\'s name' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l include-active -d 'Delete reserved and assigned tasks too'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l all -d 'Every task that is not reserved or assigned'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l reason -d 'Reason to store on every completed task' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l queue -d 'Only those in this queue, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l workflow -d 'Only those of this workflow, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l priority -d 'Only those of exactly this priority' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l channel -d 'Only those of this channel, by unique name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l attributes -d 'Only those whose attributes match, judged by Twilio (three such requests per second)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l routing-target -d 'Only those sent directly to this worker, queue or workflow: a SID, or a worker\'s name' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l all -d 'Every task in wrapping, as without it'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l status -d 'Only those in this status, or in one of several, comma-separated (can be repeated)' -r -f -a "pending\t''
reserved\t''
assigned\t''
canceled\t''
completed\t''
wrapping\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l queue -d 'Only those in this queue, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l workflow -d 'Only those of this workflow, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l priority -d 'Only those of exactly this priority' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l channel -d 'Only those of this channel, by unique name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l attributes -d 'Only those whose attributes match, judged by Twilio (three such requests per second)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l routing-target -d 'Only those sent directly to this worker, queue or workflow: a SID, or a worker\'s name' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l include-active -d 'Delete reserved and assigned tasks too'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l wrapping -d 'How long a task may be wrapping' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l assigned -d 'How long a task may be assigned' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l reserved -d 'How long a task may be reserved' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l pending -d 'How long a task may be pending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l queue -d 'Only those in this queue, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l workflow -d 'Only those of this workflow, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l priority -d 'Only those of exactly this priority' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l channel -d 'Only those of this channel, by unique name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l attributes -d 'Only those whose attributes match, judged by Twilio (three such requests per second)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l routing-target -d 'Only those sent directly to this worker, queue or workflow: a SID, or a worker\'s name' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l fail-if-any -d 'End with exit code 7 if there is any'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from reservations" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -f -a "list" -d 'List the account\'s workspaces'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -f -a "get" -d 'Show a workspace; the one in use unless another is named'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -f -a "create" -d 'Create a workspace'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -f -a "update" -d 'Change a workspace; the one in use unless another is named'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -f -a "delete" -d 'Delete a workspace with everything in it'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use" -f -a "use" -d 'Work in this workspace from now on: store it in the profile in use'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l name -d 'Only the one with exactly this name' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l friendly-name -d 'Name, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l event-callback-url -d 'Where events are posted; empty for nowhere' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l events-filter -d 'Types of events that are posted, comma-separated; empty for all' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l multi-task-enabled -d 'Whether workers handle several tasks at once; Twilio does not take it back' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l prioritize-queue-order -d 'Which kind of queue goes first with workers who serve both kinds' -r -f -a "fifo\t''
lifo\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l template -d 'Whether it begins with a queue and a workflow that sends everything there (`fifo`)' -r -f -a "none\t''
fifo\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l friendly-name -d 'New name, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l event-callback-url -d 'Where events are posted; empty for nowhere' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l events-filter -d 'Types of events that are posted, comma-separated; empty for all' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l multi-task-enabled -d 'Whether workers handle several tasks at once; Twilio does not take it back' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l prioritize-queue-order -d 'Which kind of queue goes first with workers who serve both kinds' -r -f -a "fifo\t''
lifo\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l default-activity -d 'Activity of new workers, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l timeout-activity -d 'Activity of workers who let an offer time out, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -f -a "list" -d 'List what workers can be doing, and whether tasks come meanwhile'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -f -a "get" -d 'Show one activity'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -f -a "create" -d 'Create an activity'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -f -a "update" -d 'Rename an activity'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and not __fish_seen_subcommand_from list get create update delete" -f -a "delete" -d 'Delete activities that nobody is in'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l name -d 'Only the one with exactly this name' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l available -d 'Only those in which tasks come; `=false` for the others' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l friendly-name -d 'Name, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l available -d 'Whether tasks come to workers in it; `false` unless given, and for good' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l friendly-name -d 'New name, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -f -a "list" -d 'List the task channels'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -f -a "get" -d 'Show one task channel'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -f -a "create" -d 'Create a task channel, a kind of tasks'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -f -a "update" -d 'Change a task channel'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and not __fish_seen_subcommand_from list get create update delete" -f -a "delete" -d 'Delete task channels that no task is on'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l friendly-name -d 'Name for people, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l unique-name -d 'Name for tasks and expressions, for good: letters, digits and `_`' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l channel-optimized-routing -d 'Whether the worker who has been idle on it for longest goes first' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l friendly-name -d 'New name for people, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l channel-optimized-routing -d 'Whether the worker who has been idle on it for longest goes first' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -f -a "list" -d 'List workers: what they are doing, since when, and what they can'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -f -a "status" -d 'List workers: what they are doing, since when, and what they can'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -f -a "get" -d 'Show one worker'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -f -a "create" -d 'Create a worker'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -f -a "update" -d 'Change a worker\'s attributes, name or activity'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -f -a "set-attributes" -d 'Change a worker\'s attributes, name or activity'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -f -a "delete" -d 'Delete workers who have nothing to finish'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -f -a "set-activity" -d 'Put workers to another activity'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity stats" -f -a "stats" -d 'Show the figures of workers: together, or of each one'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l order -d 'Order by the time in the activity: `asc` begins with who has been in it longest' -r -f -a "asc\t''
desc\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l activity -d 'Only those in this activity' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l available -d 'Only those whose activity takes tasks; `=false` for the others' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l queue -d 'Only those who serve this task queue' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l target -d 'Only those an expression over their attributes selects, such as `skills HAS "sales"`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l name -d 'Only the one with exactly this friendly name' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l order -d 'Order by the time in the activity: `asc` begins with who has been in it longest' -r -f -a "asc\t''
desc\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l activity -d 'Only those in this activity' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l available -d 'Only those whose activity takes tasks; `=false` for the others' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l queue -d 'Only those who serve this task queue' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l target -d 'Only those an expression over their attributes selects, such as `skills HAS "sales"`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l name -d 'Only the one with exactly this friendly name' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l friendly-name -d 'Name, at most 64 characters; no two workers may share one, whatever the letter case' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l activity -d 'Activity to begin with, by name or SID; the workspace\'s default unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l attributes -d 'Attributes as a JSON object; `@FILE` reads a file, `-` stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l attributes-file -d 'File that holds the attributes, a JSON object; `-` reads stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l set -l attribute -d 'Set one attribute (can be repeated); the value is JSON if it reads as such, else text' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l friendly-name -d 'New name, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l activity -d 'Activity to put the worker to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l attributes -d 'Attributes as a JSON object; `@FILE` reads a file, `-` stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l attributes-file -d 'File that holds the attributes, a JSON object; `-` reads stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l set -l attribute -d 'Set one attribute (can be repeated); the value is JSON if it reads as such, else text' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l unset -d 'Remove one attribute (can be repeated)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l reject-pending-reservations -d 'Reject the offers that are not answered; for an activity that takes no tasks'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l replace -d 'Keep nothing of the present attributes'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l friendly-name -d 'New name, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l activity -d 'Activity to put the worker to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l attributes -d 'Attributes as a JSON object; `@FILE` reads a file, `-` stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l attributes-file -d 'File that holds the attributes, a JSON object; `-` reads stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l set -l attribute -d 'Set one attribute (can be repeated); the value is JSON if it reads as such, else text' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l unset -d 'Remove one attribute (can be repeated)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l reject-pending-reservations -d 'Reject the offers that are not answered; for an activity that takes no tasks'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l replace -d 'Keep nothing of the present attributes'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-attributes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l to -d 'Activity to put them to' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l activity -d 'Only those in this activity' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l available -d 'Only those whose activity takes tasks; `=false` for the others' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l queue -d 'Only those who serve this task queue' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l target -d 'Only those an expression over their attributes selects, such as `skills HAS "sales"`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l name -d 'Only the one with exactly this friendly name' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l reject-pending -d 'Reject the offers they have not answered; for an activity that takes no tasks'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l queue -d 'Only those who serve this task queue' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l minutes -d 'The window: this many minutes back; 15 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l channel -d 'Only tasks of this task channel' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l fail-if -d 'Fail with exit code 7 when the expression is true of a row (can be repeated: any will do)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l each -d 'A row for each worker instead of one for all'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l real-time -d 'Only how things are now'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l cumulative -d 'Only what happened in the window of time'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -f -a "list" -d 'List the task queues'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -f -a "get" -d 'Show one task queue'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -f -a "create" -d 'Create a task queue'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -f -a "update" -d 'Change a task queue'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -f -a "delete" -d 'Delete task queues that are empty and that no workflow sends tasks to'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -f -a "workers" -d 'List the workers who serve a task queue, whatever they are doing'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and not __fish_seen_subcommand_from list get create update delete workers stats" -f -a "stats" -d 'Show the figures of task queues, as `trctl stats queues` does'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l name -d 'Only the one with exactly this name' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l worker -d 'Only those this worker serves' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l order -d 'Order by the last change' -r -f -a "asc\t''
desc\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l friendly-name -d 'Name, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l target-workers -d 'Expression over workers\' attributes: who serves it; everybody unless given, nobody if empty' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l max-reserved-workers -d 'Workers who are offered a task at once, 1 to 50; 1 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l task-order -d 'Whether the oldest task goes first or the newest; `fifo` unless given' -r -f -a "fifo\t''
lifo\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l reservation-activity -d 'Activity of workers with an offer, by name or SID, empty for none; single-tasking only' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l assignment-activity -d 'Activity of workers with a task, by name or SID, empty for none; single-tasking only' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l friendly-name -d 'New name, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l target-workers -d 'Expression over workers\' attributes: who serves it; everybody unless given, nobody if empty' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l max-reserved-workers -d 'Workers who are offered a task at once, 1 to 50; 1 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l task-order -d 'Whether the oldest task goes first or the newest; `fifo` unless given' -r -f -a "fifo\t''
lifo\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l reservation-activity -d 'Activity of workers with an offer, by name or SID, empty for none; single-tasking only' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l assignment-activity -d 'Activity of workers with a task, by name or SID, empty for none; single-tasking only' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l target-workers -d 'Expression over workers\' attributes to try instead' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l available -d 'Only those whose activity takes tasks; `=false` for the others' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from workers" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l minutes -d 'The window: this many minutes back; 15 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l channel -d 'Only tasks of this task channel' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l fail-if -d 'Fail with exit code 7 when the expression is true of a row (can be repeated: any will do)' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l split -d 'Count waits on both sides of these thresholds in seconds, such as `5,30`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l real-time -d 'Only how things are now'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l cumulative -d 'Only what happened in the window of time'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -f -a "list" -d 'List the workflows'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -f -a "get" -d 'Show one workflow'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -f -a "create" -d 'Create a workflow'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -f -a "update" -d 'Change a workflow'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -f -a "delete" -d 'Delete workflows whose tasks are over'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats" -f -a "stats" -d 'Show the figures of workflows, as `trctl stats workflows` does'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l name -d 'Only the one with exactly this name' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l friendly-name -d 'Name' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l configuration -d 'Rules as JSON, queues by name or SID; `@FILE` reads a file, `-` stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l configuration-file -d 'File that holds the rules as JSON, queues by name or SID; `-` reads stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l assignment-callback-url -d 'Where reservations are posted; empty for nowhere' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l fallback-assignment-callback-url -d 'Where they are posted if that fails; empty for nowhere' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l task-reservation-timeout -d 'How long a worker may take to answer, in seconds or such as `2m`; 120 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l friendly-name -d 'New name' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l configuration -d 'Rules as JSON, queues by name or SID; `@FILE` reads a file, `-` stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l configuration-file -d 'File that holds the rules as JSON, queues by name or SID; `-` reads stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l assignment-callback-url -d 'Where reservations are posted; empty for nowhere' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l fallback-assignment-callback-url -d 'Where they are posted if that fails; empty for nowhere' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l task-reservation-timeout -d 'How long a worker may take to answer, in seconds or such as `2m`; 120 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l re-evaluate-tasks -d 'Send the tasks that are in it through its rules again'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l minutes -d 'The window: this many minutes back; 15 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l channel -d 'Only tasks of this task channel' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l fail-if -d 'Fail with exit code 7 when the expression is true of a row (can be repeated: any will do)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l split -d 'Count waits on both sides of these thresholds in seconds, such as `5,30`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l real-time -d 'Only how things are now'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l cumulative -d 'Only what happened in the window of time'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -f -a "list" -d 'List the reservations of a task or of a worker, or all open ones of the workspace'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -f -a "get" -d 'Show one reservation'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -f -a "accept" -d 'Accept reservations for their workers'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -f -a "reject" -d 'Reject reservations for their workers'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete" -f -a "complete" -d 'Complete reservations that are accepted or wrapping'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l task -d 'The task it belongs to' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l worker -d 'The worker it belongs to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l status -d 'Only those in this status; without task and worker `pending`, `accepted` and `wrapping`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l task -d 'The task it belongs to' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l worker -d 'The worker it belongs to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l task -d 'The task it belongs to' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l worker -d 'The worker it belongs to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l activity -d 'Activity to put the worker to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l task -d 'The task it belongs to' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l worker -d 'The worker it belongs to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l task -d 'The task it belongs to' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l worker -d 'The worker it belongs to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -f -a "list" -d 'List conferences; those in progress unless others are asked for'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -f -a "get" -d 'Show one conference'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -f -a "complete" -d 'End conferences; everybody in them is hung up on'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants" -f -a "participants" -d 'List the calls in a conference'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l status -d 'Only those in this status; `in-progress` unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l name -d 'Only those with exactly this name, such as a task\'s SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l all -d 'In any status'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l name -d 'Name of a running conference (can be repeated)' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l task -d 'Task whose conference it is (can be repeated)' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l force -d 'End conferences that belong to no task of the workspace, too'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from participants" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -f -a "list" -d 'List the voice queues with the workflows they are named after'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -f -a "get" -d 'Show one voice queue'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get members" -f -a "members" -d 'List the callers in a voice queue, the next one first'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from members" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -f -a "list" -d 'List what happened, newest first; the last 15 minutes unless told otherwise'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -f -a "get" -d 'Show one event with everything it tells'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail" -f -a "tail" -d 'Follow what happens, oldest first, until Ctrl-C'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l minutes -d 'Only the last so many minutes' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l type -d 'Only events of this type, such as `task.created` or `reservation.*` (can be repeated)' -r -f -a "activity.created\t''
activity.updated\t''
activity.deleted\t''
reservation.created\t''
reservation.accepted\t''
reservation.rejected\t''
reservation.timeout\t''
reservation.canceled\t''
reservation.rescinded\t''
reservation.completed\t''
reservation.wrapup\t''
reservation.failed\t''
task.created\t''
task.updated\t''
task.canceled\t''
task.wrapup\t''
task.completed\t''
task.deleted\t''
task.system-deleted\t''
task.transfer-initiated\t''
task.transfer-attempt-failed\t''
task.transfer-failed\t''
task.transfer-canceled\t''
task.transfer-completed\t''
task-channel.created\t''
task-channel.updated\t''
task-channel.deleted\t''
task-queue.created\t''
task-queue.deleted\t''
task-queue.entered\t''
task-queue.timeout\t''
task-queue.moved\t''
task-queue.expression.updated\t''
worker.created\t''
worker.deleted\t''
worker.activity.update\t''
worker.attributes.update\t''
worker.capacity.update\t''
worker.channel.availability.update\t''
workflow.created\t''
workflow.updated\t''
workflow.deleted\t''
workflow.entered\t''
workflow.target-matched\t''
workflow.timeout\t''
workflow.skipped\t''
workspace.created\t''
workspace.updated\t''
workspace.deleted\t''
activity.*\t''
reservation.*\t''
task.*\t''
task-channel.*\t''
task-queue.*\t''
worker.*\t''
workflow.*\t''
workspace.*\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l task -d 'Only those about this task, by SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l worker -d 'Only those about this worker, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l queue -d 'Only those about this queue, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l workflow -d 'Only those about this workflow, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l reservation -d 'Only those about this reservation, by SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l channel -d 'Only those of this channel, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l since -d 'Begin with what happened since then: a time, or how long ago (`10m`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l interval -d 'Time between two readings' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l type -d 'Only events of this type, such as `task.created` or `reservation.*` (can be repeated)' -r -f -a "activity.created\t''
activity.updated\t''
activity.deleted\t''
reservation.created\t''
reservation.accepted\t''
reservation.rejected\t''
reservation.timeout\t''
reservation.canceled\t''
reservation.rescinded\t''
reservation.completed\t''
reservation.wrapup\t''
reservation.failed\t''
task.created\t''
task.updated\t''
task.canceled\t''
task.wrapup\t''
task.completed\t''
task.deleted\t''
task.system-deleted\t''
task.transfer-initiated\t''
task.transfer-attempt-failed\t''
task.transfer-failed\t''
task.transfer-canceled\t''
task.transfer-completed\t''
task-channel.created\t''
task-channel.updated\t''
task-channel.deleted\t''
task-queue.created\t''
task-queue.deleted\t''
task-queue.entered\t''
task-queue.timeout\t''
task-queue.moved\t''
task-queue.expression.updated\t''
worker.created\t''
worker.deleted\t''
worker.activity.update\t''
worker.attributes.update\t''
worker.capacity.update\t''
worker.channel.availability.update\t''
workflow.created\t''
workflow.updated\t''
workflow.deleted\t''
workflow.entered\t''
workflow.target-matched\t''
workflow.timeout\t''
workflow.skipped\t''
workspace.created\t''
workspace.updated\t''
workspace.deleted\t''
activity.*\t''
reservation.*\t''
task.*\t''
task-channel.*\t''
task-queue.*\t''
worker.*\t''
workflow.*\t''
workspace.*\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l task -d 'Only those about this task, by SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l worker -d 'Only those about this worker, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l queue -d 'Only those about this queue, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l workflow -d 'Only those about this workflow, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l reservation -d 'Only those about this reservation, by SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l channel -d 'Only those of this channel, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -f -a "workspace" -d 'Show the figures of the whole workspace'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -f -a "queues" -d 'Show the figures of task queues, all of them unless some are named'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -f -a "workflows" -d 'Show the figures of workflows, all of them unless some are named'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and not __fish_seen_subcommand_from workspace queues workflows workers" -f -a "workers" -d 'Show the figures of workers: together, or of each one'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l minutes -d 'The window: this many minutes back; 15 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l channel -d 'Only tasks of this task channel' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l fail-if -d 'Fail with exit code 7 when the expression is true of a row (can be repeated: any will do)' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l split -d 'Count waits on both sides of these thresholds in seconds, such as `5,30`' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l real-time -d 'Only how things are now'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l cumulative -d 'Only what happened in the window of time'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workspace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l minutes -d 'The window: this many minutes back; 15 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l channel -d 'Only tasks of this task channel' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l fail-if -d 'Fail with exit code 7 when the expression is true of a row (can be repeated: any will do)' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l split -d 'Count waits on both sides of these thresholds in seconds, such as `5,30`' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l real-time -d 'Only how things are now'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l cumulative -d 'Only what happened in the window of time'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from queues" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l minutes -d 'The window: this many minutes back; 15 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l channel -d 'Only tasks of this task channel' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l fail-if -d 'Fail with exit code 7 when the expression is true of a row (can be repeated: any will do)' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l split -d 'Count waits on both sides of these thresholds in seconds, such as `5,30`' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l real-time -d 'Only how things are now'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l cumulative -d 'Only what happened in the window of time'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workflows" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l queue -d 'Only those who serve this task queue' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l minutes -d 'The window: this many minutes back; 15 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l channel -d 'Only tasks of this task channel' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l fail-if -d 'Fail with exit code 7 when the expression is true of a row (can be repeated: any will do)' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l each -d 'A row for each worker instead of one for all'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l real-time -d 'Only how things are now'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l cumulative -d 'Only what happened in the window of time'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand stats; and __fish_seen_subcommand_from workers" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -f -a "start" -d 'Start a local TaskRouter and serve it until Ctrl-C'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -f -a "run" -d 'Run a command beside an emulator of its own and end as it ends'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -f -a "env" -d 'Print the variables that lead Twilio\'s own clients to a running emulator'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -f -a "clock" -d 'See and turn the emulated clock'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -f -a "faults" -d 'See, make and end artificial trouble'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -f -a "inspect" -d 'Show what is going on: who waits, who works, what was called'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -f -a "snapshot" -d 'Save the emulator\'s whole state to a file and load it again'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env clock faults inspect snapshot reset" -f -a "reset" -d 'Remove everything from the emulator: workspaces, calls, events, faults'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l port -d 'Port to listen on; 0 takes a free one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l bind -d 'Address to listen on' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l connect-proxy -d 'Port of a proxy that leads Twilio\'s hosts here; 0 takes a free one. Implies `--tls`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l account-sid -d 'The one account it has' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l seed -d 'Number that decides every SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l seed-file -d 'YAML manifest with the workspaces to begin with' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l data -d 'Keep the state in this file across restarts; it goes before the seed file' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l record -d 'Append every exchange of the two APIs to this file, a line of JSON each; no credentials' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l clock -d '`real`, or `manual[=START]` for a clock that moves only when told to' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l latency -d 'Time every request waits before it is answered, such as `100ms`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l fault -d 'Make trouble: `rate-limited`, `flaky-network`, `event-storm`, `amnesia`, or a YAML file' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l allow-remote -d 'Let other machines reach it: its control endpoints ask for no credentials'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l tls -d 'Speak HTTPS, with a certificate authority of its own'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l auth-token-stdin -d 'Read the account\'s auth token from stdin'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l enforce-rate-limits -d 'Refuse more than three lists a second that are filtered by an expression, as Twilio does'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l account-sid -d 'The one account it has' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l seed -d 'Number that decides every SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l seed-file -d 'YAML manifest with the workspaces to begin with' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l data -d 'Keep the state in this file across restarts; it goes before the seed file' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l record -d 'Append every exchange of the two APIs to this file, a line of JSON each; no credentials' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l clock -d '`real`, or `manual[=START]` for a clock that moves only when told to' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l latency -d 'Time every request waits before it is answered, such as `100ms`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l fault -d 'Make trouble: `rate-limited`, `flaky-network`, `event-storm`, `amnesia`, or a YAML file' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l enforce-rate-limits -d 'Refuse more than three lists a second that are filtered by an expression, as Twilio does'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l shell -d 'Shell to write for; that of `$SHELL` unless given' -r -f -a "bash\t'And zsh, dash and every other POSIX shell'
fish\t''
powershell\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l port -d 'The emulator on this port, where several run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l url -d 'The emulator with this base URL, where several run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from env" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -f -a "show" -d 'Show the emulated time, whether it runs, and when something is due'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -f -a "set" -d 'Set the clock to a later time'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -f -a "advance" -d 'Move the clock forward'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -f -a "stop" -d 'Stop the clock: it moves only when told to'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from clock" -f -a "run" -d 'Let the clock run on from where it stands'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -f -a "show" -d 'Show every rule, and how often it matched and struck'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -f -a "set" -d 'Put a plan in place of the present one'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from faults" -f -a "clear" -d 'End all trouble'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l last -d 'Callbacks and alerts to show in tables, the latest' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from inspect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -f -a "save" -d 'Save the state to a file'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from snapshot" -f -a "load" -d 'Replace the state with that in a file'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -f -a "list" -d 'List the profiles: stored ones, twilio-cli\'s and the built-in one'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -f -a "show" -d 'Show the settings in force; secrets only as `set`'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -f -a "add" -d 'Store an account under a name'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -f -a "use" -d 'Make a profile the current one'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -f -a "remove" -d 'Remove a stored profile, its secret included'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l origin -d 'Tell where each value comes from'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l account-sid -d 'The account; a credential command may print it instead' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l api-key -d 'Use an API key instead of the auth token' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l credential-command -d 'Command that prints the auth token, or a JSON object with `auth_token` or with `api_key` and `api_secret`; it runs whenever credentials are needed, and nothing secret is stored' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l edge -d 'Twilio edge location, such as `sydney`' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l region -d 'Twilio region, such as `au1`' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l auth-token-stdin -d 'Read the auth token from stdin'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l api-secret-stdin -d 'Read the API key\'s secret from stdin'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l replace -d 'Replace a profile of this name'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l use -d 'Make it the current profile'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l keep -d 'Leave the emulator running afterwards, until Ctrl-C'
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand demo" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand demo" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand completions" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand completions" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand man" -l directory -d 'Write a page for every command into this directory' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand man" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand man" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand man" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand man" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand man" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand man" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
