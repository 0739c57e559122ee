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
complete -c trctl -n "__fish_trctl_needs_command" -f -a "tasks" -d 'List, inspect, explain, create, change and clean up tasks'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "workspace" -d 'See and change the account\'s workspaces and choose one'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "activities" -d 'See and change what workers can be doing'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "channels" -d 'See and change the task channels, the kinds of tasks'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "workers" -d 'See who works, change workers, and put them to another activity'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "queues" -d 'See and change the task queues and who serves them'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "workflows" -d 'See and change the workflows, the rules that send tasks to queues'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "reservations" -d 'See offers of tasks to workers, and answer them'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "conferences" -d 'See conferences, end them, hold, mute and remove who is in them; one of TaskRouter\'s is named after its task'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "voice-queues" -d 'See and change the callers\' lines; a voice queue of TaskRouter\'s is named after its workflow'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "calls" -d 'See the account\'s calls, send them elsewhere, hang up'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "numbers" -d 'See the account\'s numbers, and where their calls go'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "orphans" -d 'Find conferences without a task, tasks without a call, and callers in line without a task'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "events" -d 'See what happened in the workspace, follow what happens, and keep it'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "stats" -d 'See statistics, real-time and of a window of time, and check them'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "tokens" -d 'Make and read the tokens that Twilio\'s browser SDKs want'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "serve" -d 'Answer a contact centre\'s webhooks, keep its events and answer questions about them'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "agents" -d 'Let workers sign in at the agent\'s page of `trctl serve`'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "flow" -d 'See and check what callers hear and where their calls go'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "twiml" -d 'See the documents that calls follow'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "emulator" -d 'Run a local TaskRouter that routes for real, without a Twilio account'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "profile" -d 'Keep accounts, workspaces and their settings under names'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "undo" -d 'Undo a bulk run from its journal, as far as Twilio allows'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "api" -d 'Send any request to Twilio and print the answer as it comes'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "doctor" -d 'Check credentials, connection, workspace, callbacks and numbers, and tell what to do'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "demo" -d 'Show the whole story on an emulator, without a Twilio account'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "man" -d 'Print a page of the manual, or write all of them'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "list" -d 'List tasks, oldest first, each with the worker who has it'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "get" -d 'Show a task with its reservation and its conference'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "create" -d 'Create a task'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "update" -d 'Change a task\'s attributes, priority, channel or place in line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "complete" -d 'Complete tasks that are assigned or wrapping'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "cancel" -d 'Cancel tasks that are pending or reserved'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "delete" -d 'Delete tasks, whatever their status'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "wrap-complete" -d 'Complete tasks that are stuck in wrapping'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "purge" -d 'Delete what is left over: old tasks and tasks that are finished'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "stuck" -d 'List tasks that have been in their status for too long, with the evidence and what would help'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "reservations" -d 'List the reservations of tasks, oldest first'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "explain" -d 'Explain why a task is where it is, or where one would go'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and not __fish_seen_subcommand_from list get create update complete cancel delete wrap-complete purge stuck reservations explain trace" -f -a "trace" -d 'Show the whole chain of a task: call, reservations, conference, workers and events in order'
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
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from complete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from delete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from wrap-complete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from purge" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l reason -d 'With `--fix`: reason to store on every task' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l over -d 'Only those whose call or conference is over'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l fix -d 'Cancel those that are pending or reserved, complete those that are assigned or wrapping'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from stuck" -l include-live -d 'With `--fix`: those whose call or conference goes on too'
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
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l would -d 'Explain a task with these attributes, which is not created: JSON, `@FILE`, or `-` for stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l workflow -d 'With `--would`: its workflow, by name or SID; the only one unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l priority -d 'With `--would`: its priority' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l channel -d 'With `--would`: the unique name of its channel' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l workers -d 'Workers to show of each target; the nearest come first' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l since -d 'How far back to look for a worker, a call or a number: a date, a time, or how long ago' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tasks; and __fish_seen_subcommand_from trace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "list" -d 'List the account\'s workspaces'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "get" -d 'Show a workspace; the one in use unless another is named'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "create" -d 'Create a workspace'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "update" -d 'Change a workspace; the one in use unless another is named'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "delete" -d 'Delete a workspace with everything in it'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "use" -d 'Work in this workspace from now on: store it in the profile in use'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "provision" -d 'Make a workspace what a manifest says'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "plan" -d 'Show what `workspace provision` would do'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "apply" -d 'Carry out a plan that `workspace plan --out` wrote'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "destroy" -d 'Take down what a manifest made'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "diff" -d 'Show what is different between two workspaces or two manifests'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "export" -d 'Print the workspace as a manifest: by name, without SIDs'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and not __fish_seen_subcommand_from list get create update delete use provision plan apply destroy diff export schema" -f -a "schema" -d 'Print the JSON Schema of the manifest, for editors'
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
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -s f -l file -d 'Manifest in YAML, JSON or TOML, `-` for stdin; each is laid over those before it (can be repeated)' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l template -d 'A manifest that comes with trctl' -r -f -a "support-sales\t''
bilingual\t''
contact-center\t''
helpline\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l out -d 'Only plan, and write the plan to a file, for `workspace apply`' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l print -d 'Only print the manifest: a template as it is, files laid over each other'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l prune -d 'Delete what the manifest does not name, of the kinds it has a section for'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l drain -d 'With `--prune`: send tasks that wait in a doomed queue through their workflows again first'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l re-evaluate -d 'Let waiting tasks go through their changed workflows again'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l check -d 'Only plan, and end with exit code 7 when anything would change'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from provision" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -s f -l file -d 'Manifest in YAML, JSON or TOML, `-` for stdin; each is laid over those before it (can be repeated)' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l template -d 'A manifest that comes with trctl' -r -f -a "support-sales\t''
bilingual\t''
contact-center\t''
helpline\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l out -d 'Only plan, and write the plan to a file, for `workspace apply`' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l prune -d 'Delete what the manifest does not name, of the kinds it has a section for'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l drain -d 'With `--prune`: send tasks that wait in a doomed queue through their workflows again first'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l re-evaluate -d 'Let waiting tasks go through their changed workflows again'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l check -d 'Only plan, and end with exit code 7 when anything would change'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from apply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -s f -l file -d 'Manifest in YAML, JSON or TOML, `-` for stdin; each is laid over those before it (can be repeated)' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l template -d 'A manifest that comes with trctl' -r -f -a "support-sales\t''
bilingual\t''
contact-center\t''
helpline\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from destroy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l workers -d 'Compare the workers of two workspaces as well; those in a file always are'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l check -d 'End with exit code 7 when anything is different'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l workers -d 'With the workers, what they can do and what they take of each channel'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workspace; and __fish_seen_subcommand_from schema" -s h -l help -d 'Print help (see more with \'--help\')'
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
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand activities; and __fish_seen_subcommand_from delete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand channels; and __fish_seen_subcommand_from delete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "list" -d 'List workers: what they are doing, since when, and what they can'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "status" -d 'List workers: what they are doing, since when, and what they can'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "get" -d 'Show one worker'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "create" -d 'Create a worker'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "update" -d 'Change a worker\'s attributes, name or activity'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "set-attributes" -d 'Change a worker\'s attributes, name or activity'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "delete" -d 'Delete workers who have nothing to finish'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "set-activity" -d 'Put workers to another activity'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "channels" -d 'List what a worker takes of each task channel'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "capacity" -d 'Set how many tasks of a channel a worker takes at once'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "import" -d 'Create and change workers as a CSV or NDJSON file says'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "export" -d 'Write workers as CSV or NDJSON that `workers import` reads'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and not __fish_seen_subcommand_from list status get create update set-attributes delete set-activity channels capacity import export stats" -f -a "stats" -d 'Show the figures of workers: together, or of each one'
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
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from delete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from set-activity" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from channels" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l available -d 'Let the worker take tasks of these channels'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l unavailable -d 'Keep tasks of these channels from the worker'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from capacity" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l format -d 'How it is written; told by the file\'s name or its beginning unless given' -r -f -a "csv\t''
ndjson\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l attributes -d 'How attributes are laid out in CSV' -r -f -a "columns\t'A column for each attribute'
json\t'One column of JSON'"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l activity -d 'Only those in this activity' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l available -d 'Only those whose activity takes tasks; `=false` for the others' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l queue -d 'Only those who serve this task queue' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l target -d 'Only those an expression over their attributes selects, such as `skills HAS "sales"`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l name -d 'Only the one with exactly this friendly name' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l no-channels -d 'Leave out the capacities, which take one request per worker'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workers; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
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
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l reservation-activity -d 'Activity of workers with an offer, by name or SID; single-tasking only' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from create" -l assignment-activity -d 'Activity of workers with a task, by name or SID; single-tasking only' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l reservation-activity -d 'Activity of workers with an offer, by name or SID; single-tasking only' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from update" -l assignment-activity -d 'Activity of workers with a task, by name or SID; single-tasking only' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand queues; and __fish_seen_subcommand_from delete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -f -a "list" -d 'List the workflows'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -f -a "get" -d 'Show one workflow'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -f -a "create" -d 'Create a workflow'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -f -a "update" -d 'Change a workflow'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -f -a "delete" -d 'Delete workflows whose tasks are over'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -f -a "stats" -d 'Show the figures of workflows, as `trctl stats workflows` does'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -f -a "lint" -d 'Find what is wrong, or hardly meant, in workflows and their queues'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and not __fish_seen_subcommand_from list get create update delete stats lint test" -f -a "test" -d 'Run cases against a workflow\'s rules, in virtual time and without Twilio'
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
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from delete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l file -d 'Look at this workflow configuration instead (can be repeated)' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l fail-on -d 'How bad a finding must be to end with exit code 7' -r -f -a "error\t''
warning\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l ttl -d 'How long tasks live without being assigned' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l live -d 'With `--file`: compare it with the queues, workers and activities of the workspace'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from lint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l live -d 'Test this workflow of the workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l junit -d 'Write a report for CI systems here (`JUnit` XML)' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand workflows; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -f -a "list" -d 'List the reservations of a task or of a worker, or all open ones of the workspace'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -f -a "get" -d 'Show one reservation'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -f -a "accept" -d 'Accept reservations for their workers'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -f -a "reject" -d 'Reject reservations for their workers'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -f -a "complete" -d 'Complete reservations that are accepted or wrapping'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -f -a "dequeue" -d 'Connect the waiting caller to the worker'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -f -a "conference" -d 'Connect the caller and the worker in a conference'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -f -a "call" -d 'Call the worker and run TwiML on that call'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and not __fish_seen_subcommand_from list get accept reject complete dequeue conference call redirect" -f -a "redirect" -d 'Send a call of the account to other TwiML'
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
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from accept" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from reject" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from complete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l task -d 'The task it belongs to' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l worker -d 'The worker it belongs to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l from -d 'Number the worker sees' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l to -d 'Whom to call: a number, `client:NAME` or `sip:ADDRESS`; the worker\'s attribute `contact_uri` unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l ring-timeout -d 'Seconds it rings (Twilio\'s `Timeout`), 1 to 999, to a SIP address 600; 60 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l post-work-activity -d 'Activity to put the worker to after the call, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l record -d 'Whether the call is recorded; `do-not-record` unless given' -r -f -a "record-from-answer\t''
do-not-record\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l status-callback-url -d 'URL that is told of the call' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l status-callback-event -l status-callback-events -d 'What it is told of (can be repeated); `completed` unless given' -r -f -a "initiated\t''
ringing\t''
answered\t''
completed\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from dequeue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l task -d 'The task it belongs to' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l worker -d 'The worker it belongs to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l from -d 'Number the worker sees' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l to -d 'Whom to call: a number, `client:NAME` or `sip:ADDRESS`; the worker\'s attribute `contact_uri` unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l ring-timeout -d 'Seconds it rings (Twilio\'s `Timeout`), 1 to 999, to a SIP address 600; 60 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l post-work-activity -d 'Activity to put the worker to after the call; not in workspaces with multi-tasking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l record -d 'Whether the worker\'s call is recorded' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l muted -d 'Whether the worker joins muted' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l early-media -d 'Whether the others hear the ringing and announcements before the worker answers' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l start-conference-on-enter -d 'Whether the conference starts when the worker joins' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l end-conference-on-exit -d 'Whether the conference ends when the worker leaves' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l status-callback -d 'URL that is told of the worker\'s call' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l status-callback-method -d 'How it is called' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l status-callback-event -d 'What it is told of (can be repeated)' -r -f -a "initiated\t''
ringing\t''
answered\t''
completed\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l sip-auth-username -d 'User name for the SIP address' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l sip-auth-password -d 'Password for the SIP address; the variable keeps it out of the shell\'s history' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l beep -d 'When it beeps' -r -f -a "true\t''
false\t''
onEnter\t''
onExit\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l beep-on-customer-entrance -d 'Whether it beeps when the customer joins' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l end-conference-on-customer-exit -d 'Whether it ends when the customer leaves' -r -f -a "true\t''
false\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l wait-url -d 'URL of the music before it starts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l wait-method -d 'How it is called' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l max-participants -d 'How many may take part, 2 to 250' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l region -d 'Where it is mixed' -r -f -a "us1\t''
us2\t''
ie1\t''
de1\t''
sg1\t''
br1\t''
au1\t''
jp1\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l jitter-buffer-size -d 'How much it smooths out' -r -f -a "small\t''
medium\t''
large\t''
off\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l conference-status-callback -d 'URL that is told of the conference' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l conference-status-callback-method -d 'How it is called' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l conference-status-callback-event -d 'What it is told of (can be repeated)' -r -f -a "start\t''
end\t''
join\t''
leave\t''
mute\t''
hold\t''
speaker\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l conference-record -d 'Whether the conference is recorded' -r -f -a "true\t''
false\t''
record-from-start\t''
do-not-record\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l conference-trim -d 'What becomes of silence at its ends' -r -f -a "trim-silence\t''
do-not-trim\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l conference-recording-status-callback -d 'URL that is told when the conference\'s recording is ready' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l conference-recording-status-callback-method -d 'How it is called' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l recording-channels -d 'Channels of the recording of the worker\'s call' -r -f -a "mono\t''
dual\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l recording-status-callback -d 'URL that is told when that recording is ready' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l recording-status-callback-method -d 'How it is called' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from conference" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l task -d 'The task it belongs to' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l worker -d 'The worker it belongs to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l from -d 'Number the worker sees' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l url -d 'URL of the TwiML for the worker\'s call' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l to -d 'Whom to call: a number, `client:NAME` or `sip:ADDRESS`; the worker\'s attribute `contact_uri` unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l ring-timeout -d 'Seconds it rings (Twilio\'s `Timeout`), 1 to 999, to a SIP address 600; 60 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l record -d 'Whether the call is recorded; `do-not-record` unless given' -r -f -a "record-from-answer\t''
do-not-record\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l status-callback-url -d 'URL that is told when the call is over' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l accept -d 'Accept the reservation too'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from call" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l task -d 'The task it belongs to' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l worker -d 'The worker it belongs to, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l call-sid -d 'The call, usually that of the waiting caller' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l url -d 'URL of the TwiML it goes on with' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l accept -d 'Accept the reservation too'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand reservations; and __fish_seen_subcommand_from redirect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -f -a "list" -d 'List conferences; those in progress unless others are asked for'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -f -a "get" -d 'Show one conference'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -f -a "complete" -d 'End conferences; everybody in them is hung up on'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -f -a "participants" -d 'List the calls in a conference'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -f -a "hold" -d 'Let participants hear music instead of the others'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -f -a "unhold" -d 'Let participants hear the others again'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -f -a "mute" -d 'Keep the others from hearing participants'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -f -a "unmute" -d 'Let the others hear participants again'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and not __fish_seen_subcommand_from list get complete participants hold unhold mute unmute kick" -f -a "kick" -d 'Remove participants from a conference; their calls go on'
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
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from complete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l hold-url -d 'URL of the music; Twilio\'s own unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l hold-method -d 'How it is called; `GET` unless given' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from hold" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unhold" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from mute" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from unmute" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l force -d 'Remove even those with whom the conference ends'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand conferences; and __fish_seen_subcommand_from kick" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -f -a "list" -d 'List the voice queues with the workflows they are named after'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -f -a "get" -d 'Show one voice queue'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -f -a "create" -d 'Create a voice queue'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -f -a "update" -d 'Change a voice queue'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -f -a "delete" -d 'Delete voice queues that nobody waits in'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -f -a "members" -d 'List the callers in a voice queue, the next one first'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and not __fish_seen_subcommand_from list get create update delete members dequeue" -f -a "dequeue" -d 'Take callers out of a voice queue and send them on to TwiML'
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
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l friendly-name -d 'Name, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l max-size -d 'Callers it holds at most, 1 to 5000' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l friendly-name -d 'New name, at most 64 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l max-size -d 'Callers it holds at most, 1 to 5000' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
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
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l url -d 'URL of the TwiML they go on with' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l method -d 'How it is called; `POST` unless given' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l all -d 'Take out everybody'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand voice-queues; and __fish_seen_subcommand_from dequeue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -f -a "list" -d 'List the account\'s calls, the newest first'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -f -a "get" -d 'Show one call'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -f -a "redirect" -d 'Send calls on to other TwiML'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -f -a "hang-up" -d 'End calls, whether they talk, ring or wait'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and not __fish_seen_subcommand_from list get redirect hang-up hangup" -f -a "hangup" -d 'End calls, whether they talk, ring or wait'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l status -d 'Only those in this status' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l to -d 'Only those to this number or client' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l from -d 'Only those from this number or client' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l parent -d 'Only those that this call made' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l url -d 'URL of the TwiML' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l method -d 'How it is called; `POST` unless given' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l twiml -d 'The TwiML itself, at most 4000 characters' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from redirect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hang-up" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand calls; and __fish_seen_subcommand_from hangup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -f -a "list" -d 'List the account\'s numbers'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -f -a "get" -d 'Show one number, by itself (`+15550100`), its name or SID'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and not __fish_seen_subcommand_from list get point" -f -a "point" -d 'Send the calls of numbers to a URL, a Studio flow or an application'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l number -d 'Only those with these digits in a row; `*` is any one digit' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l name -d 'Only the one with exactly this friendly name' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l where -d 'Only those for which the expression is true (can be repeated: all must be)' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l older-than -d 'Only those at least this old, such as `10m`' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l voice-url -d 'URL of the TwiML for a call' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l flow -d 'Studio flow that takes the calls' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l voice-application-sid -d 'TwiML application that takes the calls' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l voice-method -d 'How the voice URL is called; `POST` unless given' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l voice-fallback-url -d 'URL of the TwiML when the first cannot be had' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l voice-fallback-method -d 'How it is called' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l status-callback -d 'URL that is told when a call is over' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l status-callback-method -d 'How it is called' -r -f -a "GET\t''
POST\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand numbers; and __fish_seen_subcommand_from point" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l kind -d 'Only orphans of this kind (can be repeated)' -r -f -a "conference\t'A conference without its task'
task\t'A task without its call'
member\t'A caller in line without a task'"
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l older-than -d 'Leave out what is younger than this' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l fail-if-any -d 'End with exit code 7 if there is any'
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand orphans" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -f -a "list" -d 'List what happened, newest first; the last 15 minutes unless told otherwise'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -f -a "get" -d 'Show one event with everything it tells'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -f -a "tail" -d 'Follow what happens, oldest first, until Ctrl-C'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -f -a "backfill" -d 'Take in what the event store has missed, from Twilio\'s log'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -f -a "verify" -d 'Compare the event store with Twilio\'s log, event by event'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -f -a "ingest" -d 'Take events from a file into the event store'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -f -a "export" -d 'Write the events of the store, as NDJSON unless `-o` says otherwise'
complete -c trctl -n "__fish_trctl_using_subcommand events; and not __fish_seen_subcommand_from list get tail backfill verify ingest export quarantine" -f -a "quarantine" -d 'Show what was sent as an event and could not be understood, newest first'
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
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l server -d 'Follow the `trctl serve` that runs there; a token for it comes from `TRCTL_SERVER_TOKEN`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l after -d 'With `--server`: begin behind the event in this position; 0 begins with the first' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -s f -l follow -d 'Go on until Ctrl-C, as without it'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l since -d 'Begin with this moment: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l until -d 'End with this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l store -d 'File of the event store [default: that of `trctl serve`]' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from backfill" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l since -d 'Begin with this moment: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l until -d 'End with this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l store -d 'File of the event store [default: that of `trctl serve`]' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l all -d 'Print where they are the same, too'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l store -d 'File of the event store [default: that of `trctl serve`]' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from ingest" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l since -d 'Only from this moment on: a date, a time, or how long ago (`2h`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l until -d 'Only before this moment' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l type -d 'Only events of this type, such as `task.created` or `reservation.*` (can be repeated)' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l file -d 'Write NDJSON to a file, which is there whole or not at all' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l store -d 'File of the event store [default: that of `trctl serve`]' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l id -d 'Print what was sent under this number, and nothing else' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l store -d 'File of the event store [default: that of `trctl serve`]' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand events; and __fish_seen_subcommand_from quarantine" -s h -l help -d 'Print help (see more with \'--help\')'
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
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -f -a "worker" -d 'Make the token for a worker\'s page'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -f -a "queue" -d 'Make the token for a page about a queue'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -f -a "workspace" -d 'Make the token for a page about the whole workspace'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -f -a "access" -d 'Make an access token for Twilio\'s newer SDKs'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and not __fish_seen_subcommand_from worker queue workspace access inspect" -f -a "inspect" -d 'Read a token: whose it is, what it allows, whether it still holds'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l allow -d 'What the page may do beside reading (can be repeated, or separated by commas)' -r -f -a "activity\t'Change the worker\'s own activity'
reservations\t'Answer the worker\'s own reservations'
tasks\t'Read every task of the workspace'
task-updates\t'Change every task of the workspace: complete it, write its attributes'"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l ttl -d 'How long it lasts, such as `8h`; a day at most' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from worker" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l allow -d 'What may be done to everything below the queue (can be repeated, or separated by commas)' -r -f -a "read\t'Read all of it'
change\t'Change and create'
delete\t'Delete'"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l ttl -d 'How long it lasts, such as `8h`; a day at most' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from queue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l allow -d 'What may be done to everything in the workspace (can be repeated, or separated by commas)' -r -f -a "read\t'Read all of it'
change\t'Change and create'
delete\t'Delete'"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l ttl -d 'How long it lasts, such as `8h`; a day at most' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from workspace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l worker -d 'TaskRouter, as this worker, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l role -d 'TaskRouter, in this role; `worker` when `--worker` is given' -r -f -a "worker\t'Works'
supervisor\t'Sees and steers workers'
admin\t'May everything'"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l voice-application -d 'Voice: calls go out, by this application' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l sync -d 'Sync, of this service (`IS…`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l conversations -d 'Conversations or Chat, of this service (`IS…`)' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l video -d 'Video, in this room alone' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l ttl -d 'How long it lasts, such as `8h`; a day at most' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l voice-incoming -d 'Voice: calls come in'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from access" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand tokens; and __fish_seen_subcommand_from inspect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l bind -d 'Address to listen on [default: 127.0.0.1]' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l port -d 'Port to listen on; 0 takes a free one [default: 8000]' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l public-url -d 'The URL under which Twilio reaches the server' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l store -d 'File of the event store [default: `events.db` in the state directory]' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l policy -d 'Whether policies act after a call: `off`, `dry-run` (only tell what they would do) or `on` [default: `mode` in [serve.policy]]' -r -f -a "off\t''
dry-run\t''
on\t''"
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l number -d 'With `--register`: the number, by itself, by name or SID; the account\'s only one unless given (can be repeated)' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l insecure-no-signature -d 'Believe every webhook of this machine, signed or not; without a proxy or a tunnel'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l check -d 'Check settings, flow and workspace, and end; exit code 7 with every problem'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l backfill -d 'Take in what was missed, from Twilio\'s log: before the server says that it is ready, and every ten minutes from then on'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l register -d 'Point the number, the workflows and the workspace at `--public-url`, after showing a plan'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l unregister -d 'Put back what stood there before, where nobody changed it since; with `--register` when the server ends'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and not __fish_seen_subcommand_from password" -f -a "password" -d 'Hash a password, or make a token, for the settings file'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l user -d 'Whose password it is, for the lines to put into the settings' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l token -d 'Make a token for a program of this name' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l stdin -d 'Read the password from stdin'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand serve; and __fish_seen_subcommand_from password" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -f -a "list" -d 'List the workers who have a password of their own'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -f -a "set-password" -d 'Give a worker a password for the agent\'s page'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and not __fish_seen_subcommand_from list set-password remove-password" -f -a "remove-password" -d 'Take a worker\'s password away'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l password-stdin -d 'Read the password from stdin'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l offline -d 'Take the name as it is, without asking Twilio whether there is such a worker'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from set-password" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand agents; and __fish_seen_subcommand_from remove-password" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -f -a "show" -d 'Show what happens to a call, as a tree'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and not __fish_seen_subcommand_from show check" -f -a "check" -d 'Check the flow, by itself and against the workspace'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l offline -d 'Look nothing up in the workspace'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand flow; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and not __fish_seen_subcommand_from preview" -f -a "preview" -d 'Show what a caller would hear, without calling'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l digits -d 'Keys the caller presses, one after the other, whenever asked' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l speech -d 'What the caller says when asked and pressing nothing (can be repeated)' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l from -d 'The number the caller calls from' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l to -d 'The number that is called' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l at -d 'When the call comes in; now unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l message -d 'Leave a message of this many seconds where one is asked for' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l param -d 'Another parameter of Twilio\'s request (can be repeated)' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l live -d 'Read the names of the workspace; made-up SIDs stand for them otherwise'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l xml -d 'Show the documents themselves'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand twiml; and __fish_seen_subcommand_from preview" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -f -a "start" -d 'Start a local TaskRouter and serve it until Ctrl-C'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -f -a "run" -d 'Run a command beside an emulator of its own and end as it ends'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -f -a "env" -d 'Print the variables that lead Twilio\'s own clients to a running emulator'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -f -a "call" -d 'Call a number of the emulator, which plays the TwiML of its voice URL'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -f -a "agents" -d 'Let workers and callers of the emulator behave as a file says, and see how it goes'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -f -a "clock" -d 'See and turn the emulated clock'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -f -a "faults" -d 'See, make and end artificial trouble'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -f -a "inspect" -d 'Show what is going on: who waits, who works, what was called'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -f -a "snapshot" -d 'Save the emulator\'s whole state to a file and load it again'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and not __fish_seen_subcommand_from start run env call agents clock faults inspect snapshot reset" -f -a "reset" -d 'Remove everything from the emulator: workspaces, calls, events, faults'
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
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from start" -l events-at-once -d 'How many event callbacks are under way at a time' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from run" -l events-at-once -d 'How many event callbacks are under way at a time' -r
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
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l to -d 'The number that is called' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l from -d 'The number the caller calls from' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l digits -d 'Keys to press at one `<Gather>`, `w` for half a second of waiting (can be repeated, for one after the other)' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l say -d 'What to say at one `<Gather>` or `<Record>` (can be repeated, for one after the other)' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l patience -d 'Hang up after this time unless talking to somebody by then' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l talk -d 'Hang up after talking to somebody for this time; otherwise the other side does' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l count -d 'How many call at once' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l wait -d 'Show what happens, step by step, until all of them are over'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from call" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l from -d 'File of behaviours, YAML or JSON' -r -F
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l check -d 'Look only whether the file says what it should, without an emulator'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l stop -d 'Simulate nobody any more; workers stay where they are'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l arrivals -d 'Show the calls that arrive instead of the agents'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l example -d 'Print a file of behaviours to begin with'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand emulator; and __fish_seen_subcommand_from agents" -s h -l help -d 'Print help (see more with \'--help\')'
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
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l max -d 'Refuse to change more than this many; then nothing is done' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l canary -d 'Change this many first, and the others only if not too many of these failed' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l max-failures -d 'Begin nothing more once more than this many failed: `3`, or `5%` of them' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l rate -d 'Send at most this many requests per second, repeated ones included' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l resume -d 'Go on with a run that broke off: its journal by path or name, or `last`' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l force -d 'Set back what somebody has changed since, too'
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand undo" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand undo" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand undo" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand undo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand api" -s f -l field -d 'Parameter (can be repeated): in the body of a POST, else behind the path' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l input -d 'File with a JSON document as the body of a POST, `-` for stdin' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand api" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand api" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand api" -l paginate -d 'Print the pages behind the first one, too, each as it comes'
complete -c trctl -n "__fish_trctl_using_subcommand api" -s i -l include -d 'Print status and headers before the body'
complete -c trctl -n "__fish_trctl_using_subcommand api" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand api" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand api" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand api" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand api" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l probe-timeout -d 'How long a callback URL may take to answer' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l profile -d 'Profile to use instead of the current one' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l workspace -d 'Workspace, by name or SID' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l base-url -d 'Send every request to this URL instead of Twilio\'s hosts' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -s o -l output -d 'Output format; `table` unless configured' -r -f -a "table\t''
wide\t''
json\t''
ndjson\t''
yaml\t''
csv\t''
tsv\t''
sid\t''
legacy\t''"
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l columns -d 'Columns to show, comma-separated: names, or paths such as `attributes.from`' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l sort -d 'Columns or paths to order by, comma-separated; `-` in front for descending' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l jq -d 'Filter the JSON with a jq expression' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l limit -d 'Stop after this many; without it lists are complete' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l page-size -d 'Records to ask Twilio for at once, 1 to 1000; 1000 unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l watch -d 'Show again every few seconds, 2 unless given' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -s y -l yes -d 'Go ahead without asking' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l json -d 'Print JSON, as `-o json` does'
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l no-probe -d 'Do not ask the callback URLs'
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
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
complete -c trctl -n "__fish_trctl_using_subcommand demo" -l keep -d 'Leave emulator, server, board and agents\' page running afterwards, until Ctrl-C'
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
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l live -d 'Complete names, too, by asking trctl'
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
