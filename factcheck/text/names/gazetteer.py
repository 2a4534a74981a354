"""Shipped tables of names: countries with their capitals and peoples, alliances, metonyms, titles, first names.

Written by hand for this project; small on purpose: what they miss is found by its capital letters. To extend one, add
a line. In a row, `|` parts the columns and `,` the spellings; the first spelling is the name that others are read as.
"""

from __future__ import annotations

# country (and other names) | capital (and other spellings; another seat of government) | adjective and people
COUNTRIES = """
Afghanistan|Kabul|Afghan,Afghans
Albania|Tirana|Albanian,Albanians
Algeria|Algiers|Algerian,Algerians
Argentina|Buenos Aires|Argentine,Argentinian,Argentines
Armenia|Yerevan|Armenian,Armenians
Australia|Canberra|Australian,Australians
Austria,Österreich|Vienna,Wien|Austrian,Austrians
Azerbaijan|Baku|Azerbaijani,Azeri
Bahrain|Manama|Bahraini
Bangladesh|Dhaka|Bangladeshi,Bangladeshis
Belarus,Byelorussia|Minsk|Belarusian,Belarusians
Belgium,Belgien|Brussels,Brüssel|Belgian,Belgians
Bolivia|La Paz|Bolivian
Bosnia and Herzegovina,Bosnia|Sarajevo|Bosnian,Bosnians
Brazil,Brasilien|Brasilia|Brazilian,Brazilians
Bulgaria|Sofia|Bulgarian,Bulgarians
Cambodia|Phnom Penh|Cambodian,Cambodians
Cameroon|Yaounde|Cameroonian
Canada|Ottawa|Canadian,Canadians
Chile|Santiago|Chilean,Chileans
China,People's Republic of China|Beijing,Peking|Chinese
Colombia|Bogota,Bogotá|Colombian,Colombians
Congo Republic,Republic of Congo,Republic of the Congo,Congo-Brazzaville|Brazzaville|
Costa Rica|San José|Costa Rican,Costa Ricans
Croatia|Zagreb|Croatian,Croatians,Croat
Cuba|Havana|Cuban,Cubans
Cyprus|Nicosia|Cypriot,Cypriots
Czech Republic,Czechia|Prague|Czech,Czechs
Democratic Republic of Congo,Democratic Republic of the Congo,DR Congo,DRC,Congo-Kinshasa|Kinshasa|Congolese
Denmark|Copenhagen|Danish,Dane,Danes
Dominica|Roseau|
Dominican Republic|Santo Domingo|Dominican,Dominicans
Ecuador|Quito|Ecuadorian
Egypt|Cairo|Egyptian,Egyptians
El Salvador|San Salvador|Salvadoran
Equatorial Guinea|Malabo|
Eswatini,Swaziland|Mbabane|Swazi
Estonia|Tallinn|Estonian,Estonians
Ethiopia|Addis Ababa|Ethiopian,Ethiopians
Finland|Helsinki|Finnish,Finn,Finns
France,Frankreich|Paris|French,Frenchman
Gambia|Banjul|Gambian,Gambians
Georgia|Tbilisi|Georgian,Georgians
Germany,Deutschland|Berlin|German,Germans
Ghana|Accra|Ghanaian
Greece,Griechenland|Athens|Greek,Greeks
Guatemala|Guatemala City|Guatemalan,Guatemalans
Guinea|Conakry|Guinean,Guineans
Guinea-Bissau|Bissau|
Guyana|Georgetown|Guyanese
Haiti|Port-au-Prince|Haitian,Haitians
Hungary,Ungarn|Budapest|Hungarian,Hungarians
Iceland|Reykjavik|Icelandic
India|New Delhi,Delhi|Indian,Indians
Indonesia|Jakarta|Indonesian,Indonesians
Iran|Tehran,Teheran|Iranian,Iranians
Iraq|Baghdad|Iraqi,Iraqis
Ireland|Dublin|Irish
Israel|Jerusalem|Israeli,Israelis
Italy,Italien|Rome,Rom|Italian,Italians
Japan|Tokyo|Japanese
Jordan|Amman|Jordanian,Jordanians
Kazakhstan|Astana|Kazakh
Kenya|Nairobi|Kenyan,Kenyans
Kosovo|Pristina|Kosovar
Kuwait|Kuwait City|Kuwaiti
Latvia|Riga|Latvian,Latvians
Lebanon|Beirut|Lebanese
Libya|Tripoli|Libyan,Libyans
Liechtenstein|Vaduz|
Lithuania,Litauen|Vilnius|Lithuanian,Lithuanians
Luxembourg|Luxembourg City|Luxembourgish
Malaysia|Kuala Lumpur|Malaysian,Malaysians
Malawi|Lilongwe|Malawian,Malawians
Mali|Bamako|Malian
Malta|Valletta|Maltese
Mauritania|Nouakchott|Mauritanian,Mauritanians
Mauritius|Port Louis|Mauritian,Mauritians
Mexico|Mexico City|Mexican,Mexicans
Moldova|Chisinau|Moldovan,Moldovans
Mongolia|Ulaanbaatar|Mongolian
Montenegro|Podgorica|Montenegrin
Morocco|Rabat|Moroccan,Moroccans
Mozambique|Maputo|Mozambican,Mozambicans
Myanmar,Burma|Naypyidaw|Burmese
Namibia|Windhoek|Namibian,Namibians
Nepal|Kathmandu|Nepalese,Nepali
Netherlands,Holland,Niederlande|Amsterdam;The Hague|Dutch,Dutchman
New Zealand|Wellington|New Zealander
Niger|Niamey|Nigerien,Nigeriens
Nigeria|Abuja|Nigerian,Nigerians
North Korea|Pyongyang|North Korean,North Koreans
North Macedonia,Macedonia|Skopje|Macedonian
Norway|Oslo|Norwegian,Norwegians
Pakistan|Islamabad|Pakistani,Pakistanis
Palestine|Ramallah|Palestinian,Palestinians
Papua New Guinea|Port Moresby|
Paraguay|Asunción,Asuncion|Paraguayan
Peru|Lima|Peruvian
Philippines|Manila|Philippine,Filipino,Filipinos
Poland,Polen|Warsaw,Warschau|Polish,Pole,Poles
Portugal|Lisbon|Portuguese
Qatar|Doha|Qatari
Romania|Bucharest|Romanian,Romanians
Russia,Russian Federation,Russland|Moscow,Moskau|Russian,Russians
Rwanda|Kigali|Rwandan
Saudi Arabia|Riyadh|Saudi,Saudis
Senegal|Dakar|Senegalese
Serbia|Belgrade|Serbian,Serb,Serbs
Singapore||Singaporean
Slovakia|Bratislava|Slovak,Slovaks
Slovenia|Ljubljana|Slovenian
Somalia|Mogadishu|Somali,Somalis
South Africa|Pretoria;Cape Town|South African,South Africans
South Korea|Seoul|South Korean,South Koreans
South Sudan|Juba|South Sudanese
Spain,Spanien|Madrid|Spanish,Spaniard,Spaniards
Sri Lanka|Colombo|Sri Lankan,Sri Lankans
Sudan|Khartoum|Sudanese
Sweden,Schweden|Stockholm|Swedish,Swede,Swedes
Switzerland,Schweiz|Bern,Berne|Swiss
Syria|Damascus|Syrian,Syrians
Taiwan|Taipei|Taiwanese
Tanzania|Dodoma|Tanzanian,Tanzanians
Thailand|Bangkok|Thai
Tunisia|Tunis|Tunisian,Tunisians
Turkey,Türkiye,Türkei|Ankara|Turkish,Turk,Turks
Uganda|Kampala|Ugandan
Ukraine|Kyiv,Kiev,Kiew|Ukrainian,Ukrainians
United Arab Emirates,UAE,Emirates|Abu Dhabi|Emirati
United Kingdom,UK,U.K.,U.K,Britain,Great Britain,Großbritannien|London|British,Briton,Britons
United States,US,U.S.,U.S,USA,U.S.A.,United States of America,America|Washington,Washington D.C.|American,Americans
Uruguay|Montevideo|Uruguayan
Uzbekistan|Tashkent|Uzbek
Venezuela|Caracas|Venezuelan,Venezuelans
Vietnam|Hanoi|Vietnamese
Yemen|Sanaa|Yemeni,Yemenis
Zambia|Lusaka|Zambian,Zambians
Zimbabwe|Harare|Zimbabwean
"""

# other places; the first spelling is the name
PLACES_BY_COUNTRY = {
    "United States": """
Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii;Idaho;Illinois;Indiana;Iowa
Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;Missouri;Montana;Nebraska;Nevada
New Hampshire;New Jersey;New Mexico;New York,New York City,NYC;North Carolina;North Dakota;Ohio;Oklahoma;Oregon
Pennsylvania;Rhode Island;South Carolina;South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;West Virginia;Wisconsin
Wyoming;Los Angeles;Chicago;Houston;Philadelphia;Boston;San Francisco;Seattle;Detroit;Atlanta;Miami;Dallas;Baltimore
""",
    "United Kingdom": "England;Scotland;Wales;Northern Ireland;Manchester;Birmingham;Liverpool;Glasgow;Edinburgh",
    "Ukraine": "Crimea;Donbas,Donbass;Kherson;Kharkiv,Kharkov;Odesa,Odessa;Lviv,Lvov;Mariupol",
    "Germany": "Munich,München;Hamburg;Frankfurt,Frankfurt am Main;Cologne,Köln;Bavaria",
    "Spain": "Catalonia;Barcelona",
    "Switzerland": "Geneva,Genf;Zurich,Zürich",
    "Canada": "Toronto;Montreal",
    "Australia": "Sydney;Melbourne",
    "China": "Hong Kong;Shanghai",
    "Italy": "Milan",
    "Turkey": "Istanbul",
    "United Arab Emirates": "Dubai",
    "India": "Mumbai,Bombay",
    "": "Europe;Asia;Africa;Middle East;Latin America;North America;South America;Baltic;Balkans;Gaza;West Bank;Congo",
}
"""Places that are no capitals by the country that they lie in, "" where that is none or open to dispute."""
PLACES = "\n".join(places.strip() for places in PLACES_BY_COUNTRY.values()) + "\n"

# organisations: the name, then its other spellings
ORGANISATIONS = """
NATO,Nato,North Atlantic Treaty Organization,North Atlantic Treaty Organisation,North Atlantic Alliance
European Union,EU,E.U.,E.U,Europäische Union
United Nations,UN,U.N.,U.N,Vereinte Nationen
International Monetary Fund,IMF
World Health Organization,WHO,World Health Organisation
World Trade Organization,WTO
World Bank
European Commission,EU Commission
European Parliament
European Central Bank,ECB
International Atomic Energy Agency,IAEA
International Criminal Court,ICC
Organisation for Economic Co-operation and Development,OECD
Organization of the Petroleum Exporting Countries,OPEC
African Union,AU
Federal Bureau of Investigation,FBI,F.B.I.
Central Intelligence Agency,CIA,C.I.A.
National Security Agency,NSA
Environmental Protection Agency,EPA
Food and Drug Administration,FDA
Centers for Disease Control and Prevention,CDC
Federal Reserve,Fed
Securities and Exchange Commission,SEC
Department of Justice,Justice Department,DOJ
Department of Defense,Defense Department,Pentagon
Department of State,State Department
Department of Homeland Security,DHS,Homeland Security
Immigration and Customs Enforcement,ICE
Customs and Border Protection,CBP
Department of Veterans Affairs,Veterans Affairs
Planned Parenthood
Black Lives Matter
Wells Fargo
Goldman Sachs
Boko Haram
Al Jazeera,al-Jazeera,Al-Jazeera
Al Arabiya,al-Arabiya,Al-Arabiya
Al Shabaab,al-Shabaab,Al-Shabaab,al-Shabab
Al Nusra Front,al-Nusra,al-Nusra Front
Getty Images
Islamic State,ISIS,ISIL,IS,Daesh
Associated Press,AP
Reuters
British Broadcasting Corporation,BBC
Republican Party,GOP,Republicans
Democratic Party,Democrats
Labour Party,Labour
Conservative Party,Tories
Liberal Democrats,Lib Dems,Lib Dem,Liberal Democrat
Scottish National Party,SNP
Plaid Cymru
Sinn Féin,Sinn Fein
Fine Gael
Fianna Fáil,Fianna Fail
Reform UK
UK Independence Party,UKIP,Ukip
Democratic Unionist Party,DUP
Bharatiya Janata Party,BJP
HM Revenue and Customs,HM Revenue & Customs,HMRC
HM Treasury
Companies House
English Heritage
Historic England
Natural England
Network Rail
Scotland Yard
Ofsted
Ofcom
Ofgem
Red Cross
Save the Children
Médecins Sans Frontières,Medecins Sans Frontieres
Radio Free Europe
Der Spiegel,Spiegel
Der Kurier,Kurier
Der Standard
Die Zeit
Die Welt
Le Monde,Monde
Le Figaro,Figaro
El País,El Pais
La Repubblica,Repubblica
Corriere della Sera
Supreme Court
Congress
Senate
House of Representatives
Parliament
Bundestag
Duma,State Duma
Taliban
Hamas
Hezbollah,Hizbollah
Al Qaeda,al Qaeda,al-Qaeda,Al-Qaeda
Google
Facebook
Twitter
Amazon
Microsoft
Apple
"""

# seats that stand for the government that sits there; kept apart from the place: "Washington said"
METONYMS = """
White House|United States
Washington|United States
Pentagon|United States
Capitol Hill|United States
Kremlin|Russia
Moscow|Russia
Downing Street|United Kingdom
Whitehall|United Kingdom
Brussels|European Union
Beijing|China
Berlin|Germany
Paris|France
Kyiv|Ukraine
Tehran|Iran
Ankara|Turkey
"""

# words that name an office; `TITLES` stand directly before a name
_TITLES_WORDS = """
    mr mrs ms miss cllr dr prof professor sir dame lord lady sen senator rep representative congressman congresswoman
    gov governor president chancellor premier minister secretary ambassador general gen colonel col major maj captain
    capt lieutenant lt sergeant sgt admiral adm judge justice mayor councilman councilwoman sheriff officer
    detective chief king queen prince princess pope cardinal bishop archbishop rabbi imam sheikh father sister
    cpl pvt cmdr brig det insp supt const asst rt hon
    councillor councilor pastor rev reverend attorney commissioner director chairman chairwoman speaker spokesman
    spokeswoman spokesperson herr frau bundeskanzler bundeskanzlerin
    präsident präsidentin ministerin kanzler kanzlerin"""
TITLES = frozenset(_TITLES_WORDS.split())
ROLES = TITLES | frozenset(
    [
        "secretary-general",
        "spokesmen",
        "officials",
        "official",
        "leader",
        "lawmaker",
        "candidate",
        "analyst",
        "economist",
        "strategist",
        "adviser",
        "advisor",
        "aide",
        "deputy",
        "head",
        "president-elect",
        "vice-president",
        "coordinator",
        "commander",
        "coach",
        "manager",
        "editor",
        "executive",
        "ceo",
        "cfo",
        "founder",
        "co-founder",
        "chair",
        "correspondent",
        "reporter",
        "author",
        "lawyer",
        "prosecutor",
        "scientist",
        "researcher",
        "expert",
        "historian",
        "counsel",
        "treasurer",
        "envoy",
        "delegate",
        "negotiator",
        "trader",
        "economist",
        "undersecretary",
        "nominee",
        "whip",
        "activist",
        "organizer",
        "superintendent",
        "principal",
        "investigator",
        "physician",
        "surgeon",
        "spokespeople",
        "president-designate",
        "trustee",
        "owner",
        "host",
        "singer",
        "actor",
        "actress",
        "player",
        "captain",
        "producer",
        "writer",
        "critic",
        "critics",
        "columnist",
        *("boss", "supremo", "skipper", "striker", "winger", "midfielder", "defender", "goalkeeper"),
        *("batsman", "bowler", "co-owner", "co-chair", "governor-general", "provost", "bailiff", "tsar"),
        *("organiser", "campaigner", "mogul", "tycoon", "entrepreneur", "frontman", "drummer", "guitarist"),
        "sprecher",
        "sprecherin",
        "chef",
    ]
)
_ORGANISATION_WORDS_WORDS = """
    ministry party university college school institute institution committee council commission inc corp corporation
    company co ltd llc plc bank union department agency association federation foundation court office bureau center
    centre group organization organisation alliance league club team service services authority board fund trust
    press times post journal news guardian tribune herald magazine network church hospital laboratory police army
    navy force forces guard parliament senate congress assembly cabinet government administration campaign coalition
    restaurant cafe café diner bistro brewery bakery hotel pharmacy supermarket store shop
    front movement society academy museum airlines motors systems technologies technology partners holdings
    industries international conference forum chamber ag gmbh ministerium partei universität verband gewerkschaft
    llp airways orchestra gazette telegraph cooperative verein stiftung klinikum sparkasse stadtwerke gemeinderat
    landtag bundestag bundesrat hochschule registry inspectorate constabulary ombudsman heritage treasury mail
    express zeitung kurier anzeiger rundschau tageblatt nachrichten presse bürgerliste"""
ORGANISATION_WORDS = frozenset(_ORGANISATION_WORDS_WORDS.split())
_FIRM_WORDS = """
    ferries railways builders bakers logistics pharmaceuticals electronics engineering consultants shipping mining
    records publishing insurance studios choir clinic rovers wanderers chronicle observer charity kammer
    water energy united athletic airlines airways motors foods technologies systems solutions labs software holdings
    pictures rail buses trains ventures seafood seafoods breweries brewery dairies dairy textiles steel chemicals"""
FIRM_WORDS = frozenset(_FIRM_WORDS.split())
"""Words that end the name of an organisation, and by themselves name none: "Arle Ferries"."""
_PLACE_WORDS_WORDS = """
    street avenue road square county city island islands river lake mountain mountains valley province region state
    bay sea ocean beach park airport station bridge district peninsula coast hills
    lane dam reservoir canal castle harbour harbor pier quay terrace crescent village town borough forest desert strait
    creek glacier volcano plateau highway motorway boulevard alley tunnel viaduct stadium abbey lighthouse platz gasse
    allee brücke"""
PLACE_WORDS = frozenset(_PLACE_WORDS_WORDS.split())
_FIRST_NAMES_WORDS = """
    aaron abdul abdullah abigail adam adrian ahmad ahmed alan albert alejandro alex alexander alexandra alexei
    alfred ali alice alison allen amanda amy ana anders andre andrea andreas andrei andrew andy angel angela anita
    ann anna anne annette anthony antonio antony april arthur ashley barack barbara barry ben benjamin bernard
    bernie bert beth betty bill billy bob bobby boris brad bradley brandon brenda brett brian bruce bryan carl carla
    carlos carly carol caroline carolyn catherine charles charlie charlotte cheryl chris christian christina
    christine christoph christopher chuck cindy claire claudia colin condoleezza craig crystal cynthia dale dan
    daniel danny dave david dean deborah debra dennis derek diana diane dick dmitry dmitri don donald donna doris
    dorothy doug douglas dylan earl ed eddie edward eileen elaine eleanor elena elizabeth ellen emily emma emmanuel
    enrique eric erik erin ernest eugene eva evan evelyn fernando florence frances francis francisco franco frank
    franz fred frederick friedrich gabriel gary gavin gene george gerald gerhard gina glenn gloria gordon grace greg
    gregory gus guy hannah hans harold harry hassan heather heidi heinz helen helmut henry herbert hillary howard
    hugh hugo hussein ian ibrahim igor irene isabel ivan ivanka jack jackie jacob jacqueline jake james jamie jan
    jane janet janice jared jason javier jay jean jeanne jeb jeff jeffrey jennifer jens jeremy jerome jerry jesse
    jessica jill jim jimmy jo joan joe joel john johnny jon jonathan jordan jorge jose joseph josh joshua joyce juan
    judith judy julia julian julie jürgen justin karen karl karine kate katherine kathleen kathy katie keith kelly
    ken kenneth kevin khalid kim kirk klaus kurt kyle larry laura lauren lawrence lee leo leon leonard leslie lewis
    liam linda lindsey lisa loretta lori louis louise lucas lucy luis luke lynn mahmoud marc marco marcus margaret
    maria marie mario marilyn mark markus martha martin mary matt matthew maurice max megan melania melissa michael
    michele michelle miguel mike mikhail mitch mitt mohamed mohammad mohammed molly monica muhammad nancy naomi
    narendra natalie nathan neil newt nicholas nick nicola nicolas nigel nikki nikolai noah norman olaf oliver
    olivia omar oscar otto pamela patricia patrick paul paula pedro peggy penny peter phil philip phillip pierre
    rachel ralph rand randy ray raymond rebecca recep reince ricardo richard rick ricky rob robert roberto robin
    rodney roger roland ron ronald rosa rose roy rudolph rudy russell ruth ryan sally sam samantha samuel sandra
    sara sarah scott sean sebastian sergei sergey seth shane shannon sharon shawn sheila shirley silvio simon sonia
    sophie stacy stanley stefan stephanie stephen steve steven stuart sue susan suzanne sylvia tara ted teresa terry
    theresa thomas tiffany tim timothy tina todd tom tommy tony tracy travis tulsi tyler ursula valerie vanessa
    veronica victor victoria vincent virginia vitali vladimir volodymyr walter wanda warren wayne wendy werner will
    william winston wolfgang xi yasser yulia yvonne zachary"""
FIRST_NAMES = frozenset(_FIRST_NAMES_WORDS.split())

_FEMALE_NAMES_WORDS = """
    abigail alexandra alice alison amanda amy ana andrea angela anita ann anna anne annette ashley barbara beth
    betty brenda carla carly carol caroline carolyn catherine charlotte cheryl christina christine cindy claire
    claudia condoleezza crystal cynthia deborah debra diana diane donna doris dorothy eileen elaine eleanor elena
    elizabeth ellen emily emma erin eva evelyn florence frances gina gloria grace hannah heather heidi helen hillary
    irene isabel ivanka jackie jacqueline jane janet janice jean jeanne jennifer jessica jill joan joyce judith judy
    julia julie karen karine kate katherine kathleen kathy katie kelly laura lauren leslie linda lisa loretta lori
    louise lucy lynn margaret maria marie marilyn martha mary megan melania melissa michele michelle molly monica
    nancy naomi natalie nicola nikki olivia pamela patricia patty paula peggy penny rachel rebecca robin rosa rose
    sally samantha sandra sara sarah shannon sharon sheila shirley sonia sophie stacy stephanie susan suzanne sylvia
    tara teresa theresa tiffany tina tracy tulsi ursula valerie vanessa veronica victoria virginia wanda wendy yulia
    yvonne debbie kellyanne donna huma susana debby mika reena"""
FEMALE_NAMES = frozenset(_FEMALE_NAMES_WORDS.split())
