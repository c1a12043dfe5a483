"""What is typed to `make new`, line after line: a graine with every mistake on the way, a replication, a whole sheet."""

SEED = """Permanence à la laverie
<
Ouvrir une permanence [s1]
Ouvrir{bidi} une permanence à la laverie
{long}
Pour des personnes qui ne viennent plus au bureau. Une heure par semaine, là où elles passent déjà.
99
reperer, coop
1, 9
senoirs
non
jeune
non inscrits, seniors
L'atelier d'exemple
assoc
association

Atlantide
09, Aude
Plus personne ne pousse la porte. Il reste 40 personnes.
Plus personne ne pousse la porte. Il reste 40 personnes [s1].
Une conseillère s'installe à la laverie le mardi. <b>Souvent</b>.
Une conseillère s'installe à la laverie le mardi, écrire à marie.durand@exemple.fr
Une conseillère s'installe à la laverie le mardi.
La laverie du mardi
Journal d'exemple
presse
notre site
exemple.org/laverie
2025-13
mars 2025
n

•	Combien de personnes sont rencontrées ?
Et après ?

Laverie
laverie-du-mardi
""".format(bidi="\u202e", long="Pour des personnes " * 12)
REPLICATION = """velo
Mission locale de Foix
Mission locale

Foix
09
abandonnée
2031
2024
2023
2025


Personne n'est venu, sur 20 invités [s1].

Récit de l'équipe
Mission locale de Foix
témoignage


Récit remis par l'équipe

non

"""
SHEET = """Prêter un vélo pour aller à un entretien
Pour des personnes sans voiture. Un vélo prêté une semaine.
construire
seniors
Atelier
association

09
Sans véhicule, un entretien est hors d’atteinte [s1].
Une association prête un vélo révisé [s1].
Un vélo
Gazette
presse
https://exemple.org/velo
2025


oui
Rapport
Atelier
rapport
https://exemple.org/rapport



non
Combien ?

Repérer le besoin
Le conseiller demande [s1].
deux semaines
Prêter
L’atelier prête le vélo [s1].

Reprendre
L’atelier reprend le vélo [s1].

non
oui
Conseiller


non

Une semaine [s1]
Au local
L’entretien est à dix kilomètres

mobilite
individuel



non
1
Environ 20 € [s2]
1
Appeler l’atelier.
non
oui
Prêts
40
2024
55 demandes

s3
s1
non
2
Un décompte.
L’hiver, personne [s2].

non
Prêter tout de suite
Un vélo sûr

La durée

Avez-vous un atelier ?
environnement
oui
Avez-vous des vélos ?
mise-en-oeuvre

Savez-vous prêter ?
mise-en-oeuvre

non
redaction

dupliquer
stabilisee


non
non
tiers
2026-01-01
2026-02-01
2029-02-01
2027-02-01


etalab-2.0

"""
