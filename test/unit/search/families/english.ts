/** A family a line: words that must find each other, then after `≠` words that none of them may find, nor they them. */
export const ENGLISH = `
sanction sanctions sanctioned sanctioning ≠ sanctuary
export exports exported exporting ≠ expert expose
exporter exporters ≠ expert
import imports imported importing ≠ impose
policy policies ≠ polite pole
police policing ≠ policy
company companies ≠ compare
country countries ≠ county count
county counties ≠ country
city cities ≠ cite
party parties ≠ partial parent
army armies ≠ arm
study studies studied studying ≠ student stuff
verify verifies verified verifying ≠ very
claim claims claimed claiming ≠ clam
deny denies denied denying ≠ dentist
dispute disputes disputed disputing ≠ disposal
report reports reported reporting ≠ repose
reporter reporters ≠ repose
announce announces announced announcing announcement announcements ≠ annual
publish publishes published publishing publisher publishers ≠ public
announcer announcers ≠ annual
restrict restricts restricted restricting restriction restrictions ≠ strict
negotiate negotiates negotiated negotiating negotiation negotiations ≠ negate
relate relates related relating relation relations ≠ relay
create creates created creating ≠ creep
invest invests invested investing ≠ investigate
investigate investigates investigated investigation investigations ≠ invest
develop develops developed developing development ≠ devil
manufacture manufactures manufactured manufacturing ≠ manual
government governments ≠ governor
governor governors ≠ government
minister ministers ≠ mine
ministry ministries ≠ minister
election elections elect elected ≠ electron
president presidents ≠ resident
resident residents ≠ president
agreement agreements ≠ agrarian
agree agrees agreed agreeing ≠ agrarian
increase increases increased increasing ≠ incident
decrease decreases decreased decreasing ≠ decree
rise rises rising ≠ risk
risk risks risked risking ≠ rise
run runs running ≠ ruin
stop stops stopped stopping ≠ stoop
plan plans planned planning ≠ plain planet
plane planes ≠ plant planet
plant plants planted planting ≠ plan
ship ships shipped shipping ≠ sheep chip
chip chips ≠ ship cheap
war wars ≠ warm wary
ware wares ≠ warm
tax taxes taxed taxing ≠ text
taxi taxis ≠ taste
box boxes boxed boxing ≠ bog
church churches ≠ churn
bus buses ≠ bush business
bush bushes ≠ bus
watch watches watched watching ≠ water
crisis ≠ Christian
news ≠ newt nest
new ≠ newt
atlas ≠ attic
bias ≠ bin
chaos ≠ choose
analysis ≠ analogy
economy economies ≠ ecology
economic economics ≠ ecology
democracy democracies ≠ demography
technology technologies ≠ technique
industry industries ≠ indoor
energy energies ≠ enemy
security securities ≠ secular
authority authorities ≠ autumn
author authors ≠ autumn
university universities ≠ unit
majority majorities ≠ mayor
activity activities ≠ acting
active actively ≠ actor
nation nations ≠ notion
national nationally ≠ notion
region regions ≠ reign
regional regionally ≠ reign
market markets marketed marketing ≠ mark
price prices priced pricing ≠ prize
prize prizes ≠ price
cost costs costing ≠ coast
coast coasts ≠ cost
trade trades traded trading ≠ trail
trader traders ≠ trail
tariff tariffs ≠ tarot
figure figures figured ≠ fig
number numbers numbered ≠ nomad
percent percents ≠ percept
million millions ≠ mill
billion billions ≠ bill
bill bills billed billing ≠ billion
quote quotes quoted quoting ≠ quotient quiet
quota quotas ≠ quotient
source sources sourced sourcing ≠ sour
note notes noted noting ≠ not
highlight highlights highlighted highlighting ≠ high
annotate annotates annotated annotation annotations ≠ annual
article articles ≠ artist
document documents documented documenting ≠ doctor
witness witnesses witnessed ≠ wish
hearing hearings ≠ heart
trial trials ≠ trail
court courts ≠ count
judge judges judged judging ≠ jug
lawyer lawyers ≠ layer
hospital hospitals ≠ hostile host
vaccine vaccines ≠ vacant
virus viruses ≠ visa
infect infects infected infecting infection infections ≠ inferior
climate climates ≠ climb
emission emissions ≠ emerge
emit emits emitted emitting ≠ edit
edit edits edited editing ≠ emit
weapon weapons ≠ weep
soldier soldiers ≠ solid
missile missiles ≠ miss
attack attacks attacked attacking ≠ attach
attach attaches attached attaching ≠ attack
cafe café cafés ≠ cave
naive naïve ≠ native
resume résumé ≠ result
role rôle roles ≠ roll
Nvidia Nvidia’s Nvidia's ≠ invidious
don’t don't ≠ donate
crisis crises ≠ Christian crime
analysis analyses ≠ analogy
thesis theses ≠ these
hypothesis hypotheses ≠ hypocrite
woman women ≠ womb
man men ≠ menu
child children ≠ chill
life lives ≠ lift
wife wives ≠ wifi
knife knives ≠ knight
thief thieves ≠ thin
criterion criteria ≠ critic
phenomenon phenomena ≠ phone
index indices indexes ≠ indoor
foot feet ≠ fetch
`;
