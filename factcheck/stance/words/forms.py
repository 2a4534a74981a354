"""Irregular forms: a line is a verb or a noun, and its forms that the stemmer does not bring together with it."""

from __future__ import annotations

VERBS = """
arise arose arisen
beat beaten
become became
begin began begun
bite bit bitten
blow blew blown
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
give gave given
go went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
know knew known
lead led
lend lent
lose lost
make made
meet met
mislead misled
overcome overcame
overrun overran
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
pay paid
ride rode ridden
rise rose risen
run ran
seek sought
sell sold
send sent
shake shook shaken
shoot shot
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
speak spoke spoken
spend spent
spin spun
stand stood
steal stole stolen
stick stuck
strike struck stricken
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
throw threw thrown
undergo underwent undergone
understand understood
undertake undertook undertaken
uphold upheld
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
withdraw withdrew withdrawn
withhold withheld
write wrote written
"""
"""Left out are forms that are another word too ("found", "left", "ground")."""

NOUNS = """
alumnus alumni
bacterium bacteria
calf calves
crisis crises
criterion criteria
dwarf dwarves
foot feet
fungus fungi
goose geese
hoof hooves
hypothesis hypotheses
knife knives
loaf loaves
midwife midwives
mouse mice
nucleus nuclei
oasis oases
ox oxen
phenomenon phenomena
scarf scarves
stimulus stimuli
thesis theses
thief thieves
tooth teeth
wife wives
wolf wolves
"""
"""Left out are plurals whose stem is that of a verb ("lives", "leaves", "shelves")."""
