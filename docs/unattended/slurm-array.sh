#!/bin/sh
# Renders the decks of a file of jobs as a Slurm array: each task takes its share of them.
#
#   id=$(sbatch --parsable --array=0-39%4 slurm-array.sh jobs.yaml out)
#   sbatch --dependency=afterany:"$id" slurm-status.sh out
#
# 0-39 makes 40 tasks: with 40 decks one each, with more decks each task makes several. At most 4 run at once (%4).
# Decks, fonts and OUT lie on storage that all nodes mount under the same path. LAMINA in the environment is the
# program's path where it is not in PATH. Standard output has one JSON object a line, and a line for each deck.
#
# What stands on sbatch's command line wins over these lines. --requeue: when a node is lost, its task starts again on
# another one. A deck is either whole or not there, so the second try does not care where the first one stopped.
# Slurm itself does not start a task again that ended with an exit code: 1 means that decks failed.
#SBATCH --job-name=lamina
#SBATCH --array=0-39%4
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=500M
#SBATCH --time=00:10:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=lamina-%A_%a.jsonl
#SBATCH --error=lamina-%A_%a.err
[ $# -eq 2 ] || { echo 'usage: sbatch slurm-array.sh JOBS OUT' >&2; exit 64; }

# exec: Slurm's SIGTERM reaches lamina at once, and its exit code is the task's.
exec "${LAMINA:-lamina}" batch "$1" -o "$2" --shard auto --jobs "${SLURM_CPUS_PER_TASK:-1}" --log-format json
