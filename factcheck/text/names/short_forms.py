"""Short forms of first names, English and German: "Bill" and "William", "Hannes" and "Johannes".

Written by hand for this project: a row is a first name with the short forms that its bearers go by. A short form that
merely begins the name ("Tim" of Timothy) stands here only where other rules would not tell. Lists that are shipped
elsewhere (the package `nicknames`, 2025) have Bill for Robert and Erin for Aaron, and would make two people one.
"""

from __future__ import annotations

from functools import lru_cache

_ROWS = """
    alexander alex alec sandy sascha xander|andrew andy drew|anthony tony|albert al bert bertie|alfred alf fred
    arthur art|benjamin ben benny|bernard bernie|catherine cathy kate katie cat|charles charlie chuck chas
    christina chris tina christa|christine chris tina|christopher chris kit|daniel dan danny|david dave
    deborah debbie deb debra|donald don donnie|dorothy dot dottie|edward ed eddie ted teddy ned
    eleanor ellie nell nora|elizabeth liz lizzie beth betty betsy eliza bess libby|eugene gene|francis frank
    frances fran|frederick fred freddie|gerald gerry jerry|gregory greg|harold harry hal|henry harry hank|isabella bella
    jacob jake|james jim jimmy jamie|janet jan|jeffrey jeff|geoffrey geoff|jennifer jen jenny|jeremiah jerry
    jessica jess jessie|john jack johnny|jonathan jon|joseph joe joey|joshua josh|judith judy|katherine kate katie kathy
    kathleen kathy|kenneth ken kenny|lawrence larry|leonard len lenny leo|leslie les|margaret maggie meg peggy marge
    matthew matt|michael mike mick mickey|mikhail misha|nathaniel nat nate nathan|nicholas nick|pamela pam|patricia pat
    patricia patty tricia trish|patrick pat paddy|peter pete|philip phil|rebecca becky|richard dick rick rich ricky
    robert bob bobby rob robbie|ronald ron ronnie|rosemary rose|rudolph rudy|russell russ|samantha sam|samuel sam sammy
    stanley stan|stephen steve|steven steve|susan sue susie|terence terry|theodore ted teddy theo|theresa terry tess
    thomas tom tommy|timothy tim|victoria vicky tori|vincent vince|virginia ginny|walter walt|william bill billy will
    william willie willy liam|zachary zach zack
    johannes hannes hans johann|friedrich fritz|josef sepp|joseph sepp|wilhelm willi willy|heinrich heinz heiner
    ulrich uli|wolfgang wolf|sebastian basti|matthias matze|elisabeth lisa sissi|margarete grete gretel|katharina kathi
    maximilian max|nikolaus klaus niko|franziska franzi|ludwig lutz|andreas andi|manfred manni|dieter didi|jürgen jogi
    """


def _bearers() -> dict[str, frozenset[str]]:
    """Return for each name the first names in full that it can stand for, itself where it has a row."""
    found: dict[str, frozenset[str]] = {}
    for row in _ROWS.replace("\n", "|").split("|"):
        names = row.split()
        for one in names:
            found[one] = found.get(one, frozenset()) | {names[0]}
    return found


_FULL = _bearers()


@lru_cache(4096)
def are_forms_of_one(first: str, other: str) -> bool:
    """Tell whether two first names can be of one person: a name and its short form, or two short forms of it."""
    ours, theirs = _FULL.get(first.casefold(), frozenset()), _FULL.get(other.casefold(), frozenset())
    return not ours.isdisjoint(theirs)
