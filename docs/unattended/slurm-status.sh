#!/bin/sh
# The last step after slurm-array.sh: merges the reports of all decks into OUT/batch.json, and ends with 1 when a deck
# failed or is missing; lamina-status-ID.err says which. Submit it with --dependency=afterany: "afterok" would never
# start it when a task failed, which is when it is needed most.
#
#   sbatch --dependency=afterany:ID slurm-status.sh OUT
#
# Add --mail-type=FAIL --mail-user=YOU to hear of it only when something is wrong.
#SBATCH --job-name=lamina-status
#SBATCH --ntasks=1
#SBATCH --mem=500M
#SBATCH --time=00:05:00
#SBATCH --requeue
#SBATCH --output=lamina-status-%j.log
#SBATCH --error=lamina-status-%j.err
[ $# -eq 1 ] || { echo 'usage: sbatch slurm-status.sh OUT' >&2; exit 64; }

exec "${LAMINA:-lamina}" batch --status "$1"
