#!/usr/bin/env bash
# A day's work by the command line: capture, highlight, tag, claim, verify, dispute, find again, export. day.sh FOLDER
set -euo pipefail
dossier() { npm run --silent dossier -- --notebook "$1/day.dossier" --json "${@:2}"; }
get() { node -pe "JSON.parse(require('fs').readFileSync(0, 'utf8')).$1"; }
paper=$(dossier "$1" import db/sample/articles/01-fanal-412-millions.md --tag dépêche | get 'sources[0].id')
bulletin=$(dossier "$1" import db/sample/articles/09-bulletin-calendrier.txt | get 'sources[0].id')
spring=$(dossier "$1" excerpt add "$paper" --quote "doit ouvrir au printemps 2027" --color blue --tag calendrier | get excerpt.id)
may=$(dossier "$1" excerpt add "$bulletin" --quote "L'usine ne peut donc pas ouvrir avant mai 2028" --note "Article 15" | get excerpt.id)
opening=$(dossier "$1" claim add "L’usine ouvrira au printemps 2027." --evidence "$spring:supports" | get claim.id)
dossier "$1" claim evidence "$opening" "$may" --stance disputes --origin "Contrat du 2 avril"
dossier "$1" claim dispute "$opening" --reason "Le délai court depuis l’autorisation maritime : mai 2028."
dossier "$1" claim verify "$(dossier "$1" claim add "Le délai est de trente mois." | get claim.id)" --reason "Article 14."
dossier "$1" search "ete detente printemps" --limit 3
dossier "$1" export --format markdown --out "$1/notes"
