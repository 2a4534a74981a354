"""Irregular verbs: a line is a verb with its forms."""

from __future__ import annotations

IRREGULAR = """
beat beaten
become became
begin began begun
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came
deal dealt
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
feel felt
fight fought
fly flew flown
forbid forbade forbidden
give gave given
go went gone
grow grew grown
hold held
keep kept
know knew known
lead led
lend lent
lose lost
make made
uphold upheld
forget forgot forgotten
freeze froze frozen
hear heard
hide hid hidden
shake shook shaken
tear tore torn
wear wore worn
overthrow overthrew overthrown
arise arose arisen
blow blew blown
dig dug
drink drank drunk
sing sang sung
sit sat
sleep slept
undergo underwent undergone
understand understood
undertake undertook undertaken
overcome overcame
oversee oversaw overseen
mislead misled
meet met
pay paid
ride rode ridden
rise rose risen
run ran
seek sought
sell sold
send sent
shoot shot
shrink shrank shrunk
sink sank sunk
speak spoke spoken
spend spent
stand stood
steal stole stolen
strike struck stricken
swear swore sworn
sweep swept
swim swam swum
take took taken
teach taught
throw threw thrown
win won
withdraw withdrew withdrawn
write wrote written
"""
"""Forms that the stemmer does not bring together; left out are those that are another word too ("found", "left")."""
