# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_trctl_global_optspecs
    string join \n profile= workspace= base-url= o/output= columns= sort= no-headers jq= limit= page-size= watch= y/yes dry-run concurrency= timeout= q/quiet v/verbose color= h/help V/version
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
complete -c trctl -n "__fish_trctl_needs_command" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_needs_command" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_needs_command" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_needs_command" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_needs_command" -s y -l yes -d 'Go ahead without asking'
complete -c trctl -n "__fish_trctl_needs_command" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_needs_command" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_needs_command" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c trctl -n "__fish_trctl_needs_command" -s V -l version -d 'Print version'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "profile" -d 'Keep accounts, workspaces and their settings under names'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c trctl -n "__fish_trctl_needs_command" -f -a "man" -d 'Print a page of the manual, or write all of them'
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
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and not __fish_seen_subcommand_from list show add use remove" -s y -l yes -d 'Go ahead without asking'
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
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from list" -s y -l yes -d 'Go ahead without asking'
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
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l origin -d 'Tell where each value comes from'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from show" -s y -l yes -d 'Go ahead without asking'
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
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from add" -s y -l yes -d 'Go ahead without asking'
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
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from use" -s y -l yes -d 'Go ahead without asking'
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
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Go ahead without asking'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand profile; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
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
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand completions" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand completions" -s y -l yes -d 'Go ahead without asking'
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
complete -c trctl -n "__fish_trctl_using_subcommand man" -l concurrency -d 'Most requests in flight during a bulk run' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l timeout -d 'Time one request may take; 30s unless configured' -r
complete -c trctl -n "__fish_trctl_using_subcommand man" -l color -d 'When to use colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c trctl -n "__fish_trctl_using_subcommand man" -l no-headers -d 'Leave out the header line'
complete -c trctl -n "__fish_trctl_using_subcommand man" -s y -l yes -d 'Go ahead without asking'
complete -c trctl -n "__fish_trctl_using_subcommand man" -l dry-run -d 'Show what would be done and stop there'
complete -c trctl -n "__fish_trctl_using_subcommand man" -s q -l quiet -d 'No notes, hints or progress'
complete -c trctl -n "__fish_trctl_using_subcommand man" -s v -l verbose -d 'Tell on stderr what is sent and received (can be repeated)'
complete -c trctl -n "__fish_trctl_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
