# For scripts that wait for others.

# until_true SECONDS COMMAND...: polls; false when the time is over.
until_true() {
    local last=$(($(date +%s) + $1))
    shift
    until "$@"; do
        (($(date +%s) < last)) || return 1
        sleep 0.1
    done
}
