/** A family a line: words that must find each other, then after `≠` words that none of them may find, nor they them. */
export const FRENCH = `
sanction sanctions sanctionner sanctionné sanctionnées ≠ sanctuaire sanglant
exportation exportations ≠ expert exploit
importation importations ≠ importun impact
déclaration déclarations déclarer déclare déclaré déclarait déclarèrent ≠ déclin déclic
négociation négociations négocier négocie négocié négociateur négociateurs ≠ négligé nager
gouvernement gouvernements ≠ gouverneur gouvernail
gouvernemental gouvernementale gouvernementaux ≠ gouverneur
ministre ministres ≠ ministère minier
ministère ministères ≠ ministre
président présidents ≠ précédent présentation
présidente présidentes ≠ présentée
directeur directeurs directrice directrices ≠ directive
acteur acteurs actrice actrices ≠ acte action
lecteur lecteurs lectrice lectrices ≠ lecture
électeur électeurs électrice électrices ≠ électrique électron
producteur producteurs productrice productrices ≠ produit
traducteur traductrice traducteurs ≠ traduit
rédacteur rédacteurs rédactrice ≠ redoute
instituteur institutrice institutrices ≠ institut
spectateur spectateurs spectatrice ≠ spectacle
agriculteur agriculteurs agricultrice ≠ agricole
matrice matrices ≠ mateur
cicatrice cicatrices ≠ citation
bijou bijoux ≠ bijection
caillou cailloux ≠ caille
genou genoux ≠ genre gentil
chou choux ≠ choix chouette
hibou hiboux ≠ hiver
travail travaux ≠ travers
vitrail vitraux ≠ vitre
bail baux ≠ baie bal
œil yeux ≠ œillet
ciel cieux ≠ cils
journal journaux ≠ journée
national nationaux nationale nationales ≠ natation
régional régionaux régionale ≠ régime
général généraux générale ≠ génie genou
hôpital hôpitaux ≠ hospice
tribunal tribunaux ≠ tribu tribut
animal animaux ≠ anémie
cheval chevaux ≠ chevet
capital capitaux ≠ capitaine
principal principaux principale ≠ prince printemps
beau bel belle belles beaux ≠ beaucoup
nouveau nouvel nouvelle nouveaux nouvelles ≠ noueux
vieux vieil vieille vieilles ≠ veille vie
fou folle folles fous ≠ foulard foule
blanc blanche blancs blanches ≠ blanquette blindé
franc franche francs franches ≠ France français
sec sèche secs sèches ≠ secte section
public publique publics publiques ≠ publier pub
grec grecque grecs grecques ≠ grève
turc turque turcs turques ≠ truc
long longue longs longues ≠ loin lange
doux douce douces ≠ doute
faux fausse fausses ≠ faute
jaloux jalouse jalouses ≠ jalon
favori favoris favorite favorites ≠ faveur
époux épouse épouses ≠ épouvante
frais fraîche fraîches ≠ frelon framboise
français française françaises Français ≠ France franc francs
anglais anglaise anglaises ≠ angle ange
japonais japonaise japonaises ≠ Japon
irlandais irlandaise ≠ Irlande
polonais polonaise polonaises ≠ Pologne polo
portugais portugaise portugaises ≠ port
hollandais hollandaise ≠ Hollande
libanais libanaise libanaises ≠ Liban
sénégalais sénégalaise ≠ Sénégal
thaïlandais thaïlandaise ≠ Thaïlande
taïwanais taïwanaise taïwanaises ≠ Taïwan
mauvais mauvaise mauvaises ≠ mauve
marseillais marseillaise ≠ Marseille
chinois chinoise chinoises ≠ Chine chien
américain américaine américains américaines ≠ Amérique amer
européen européenne européens européennes ≠ Europe
italien italienne italiens ≠ Italie
coréen coréenne coréens ≠ Corée
ancien ancienne anciens anciennes ≠ ancre
premier première premiers premières premièrement ≠ prime
dernier dernière derniers dernières dernièrement ≠ derme
particulier particulière particuliers particulièrement ≠ particule parti
régulier régulière régulièrement ≠ régulation
financier financière financièrement financiers ≠ finesse fin
étranger étrangère étrangers étrangères ≠ étrangler
ouvrier ouvrière ouvriers ≠ ouvrir ouvrage
policier policière policiers ≠ police polir
entier entière entières entièrement ≠ entrer
léger légère légers ≠ légende
heureux heureuse heureuses ≠ heure heurt
sérieux sérieuse sérieuses ≠ série
dangereux dangereuse dangereuses ≠ dandy danse
nombreux nombreuse nombreuses ≠ nombre nombril
actif active actifs actives ≠ acte
négatif négative négatifs ≠ nègre négoce
sportif sportive sportifs ≠ sport
administratif administrative administratifs ≠ ministre
naïf naïve naïfs ≠ nation
égoïste égoïsme égoïstes ≠ égout
héroïque héroïques héroïsme ≠ héroïne
archaïque archaïsme archaïques ≠ archet
mosaïque mosaïques ≠ moisson
laïque laïcité laïcisme ≠ laine
judaïsme judaïque ≠ juger
maoïste maoïsme ≠ mars
photovoltaïque photovoltaïques ≠ photographie
ambigu ambiguë ambiguïté ambiguïtés ≠ ambition
contigu contiguë contiguïté ≠ continu
maïs mais ≠ maison
Noël noel Noëls ≠ noeud
canoë canoe ≠ canon
Israël israel ≠ isoler
Dubaï Dubai ≠ dub
Shanghaï Shanghai ≠ change
bonsaï bonsaïs ≠ bon bons
samouraï samouraïs ≠ amour
accès acces ≠ accent accepter
procès proces ≠ procédure procession
progrès progres ≠ programme
congrès congres ≠ congrégation
succès succes ≠ successeur
décès deces ≠ décembre décision
excès exces ≠ excellent
sécurité sécurités sécurites ≠ sécheresse
activité activités activites ≠ acte
autorité autorités ≠ auteur
université universités ≠ unité
réalité réalités ≠ réaction
majorité majorités ≠ majesté
publicité publicités ≠ public publier
simplicité simplicités ≠ simplifier
félicite féliciter félicitations ≠ félin
sollicite solliciter sollicitation sollicité ≠ solide
explicite explicites ≠ expliquer explique
implicite implicites ≠ impliquer
illicite illicites ≠ illisible
facilite faciliter facilité ≠ facial
précipite précipiter précipité ≠ précis
nécessite nécessiter nécessitait ≠ nécessaire
écrit écrite écrits écrites ≠ écran
introduit introduite introduits ≠ introspection
gratuit gratuite gratuits gratuites ≠ gratter
droit droits ≠ drôle
manuscrit manuscrits manuscrite ≠ manuel
limite limites limiter limité ≠ lime
visite visites visiter visité ≠ visible visage
profite profiter profité profitent ≠ profil
accusé accusée accuse accuser accusait accusèrent ≠ accueil
annoncé annonce annoncer annoncèrent annoncées annonçait ≠ annoter
demander demande demandait demandèrent demandé ≠ demain
demeurer demeure demeurait demeurent ≠ demi
discuter discute discutèrent discuté ≠ disque
arrêter arrête arrêté arrêtèrent arrêtée ≠ arriver
rencontrer rencontre rencontrèrent rencontré ≠ rendre
considérer considère considéré considérait considéra considèrent ≠ consigne console
préférer préfère préféré préférait préfèrent ≠ préfet préface
libérer libère libéré libérait libération ≠ liberté libre
suggérer suggère suggéré suggéra ≠ suggestion
accélérer accélère accéléré accélération ≠ accès
opérer opère opéré opérait ≠ opaque opium
opéra opéras ≠ opérer opération
générer génère généré génèrent ≠ gène genre
exagérer exagère exagéré exagérait exagèrent ≠ exact
modérer modère modéré modération ≠ mode
tolérer tolère toléré tolèrent ≠ tôle
récupérer récupère récupéré ≠ reculer
transférer transfère transféré transfèrent ≠ transformer
désespérer désespère désespéré désespérait ≠ désert
différent différents différente différentes ≠ difficile
cohérent cohérente cohérents ≠ cohue
adhérent adhérente adhérents ≠ adhésif
publier publie publié publiée publiées publiait publièrent ≠ public publicité
étudier étudie étudié étudiait étudièrent ≠ étui
oublier oublie oublié oubliées oubliait ≠ ouvrir
copier copie copié copies copiait ≠ copain
réfugié réfugiés réfugiée réfugier ≠ refuge refus
humilier humilie humilié humilient ≠ humide
confier confie confié confiés confiait ≠ conflit
varier varie varié varient variait ≠ varice
marier marie mariée mariés ≠ marin
expédier expédie expédié expédiés ≠ expédition expérience
vérifier vérifie vérifié vérifiée vérifiait vérifient vérification vérifications ≠ vérité
modifier modifie modifié modification modifications ≠ mode modem
justifier justifie justifié justification ≠ juste justice
certifier certifie certifié certification ≠ certain
qualifier qualifie qualifié qualification ≠ qualité
apprécier apprécie apprécié appréciée ≠ apprendre
associer associe associé association associations ≠ assis assurer
multiplier multiplie multiplié multiplication ≠ multitude
privilégier privilégie privilégié ≠ privé
contrarier contrarie contrarié ≠ contraire contrat
incendie incendies incendier incendié ≠ incident
tuer tue tué tués tuée tuait tuent ≠ tutelle tube
nier nie nié nient niait ≠ nièce
trier trie trié triés ≠ tribu
créer crée créé créée créés créent ≠ crème crier
payer paye payé payés payait ≠ pays paysan
employer employé employés employée emploi ≠ emplacement
envoyer envoyé envoie envoyés envoyait ≠ envie
essayer essayé essaie essayés ≠ essaim
appuyer appuyé appuie appuyés ≠ appétit
déployer déployé déploie déployés ≠ déplorer
effrayer effrayé effrayés effraie ≠ effort
ennuyer ennuyé ennuyés ennuie ≠ ennemi
dépasser dépasse dépassé dépassés dépassent ≠ dépense
embarrasser embarrassé embarrassés embarrasse ≠ embargo
ramasser ramasse ramassé ramassés ≠ ramer
chasser chasse chassé chassent ≠ châssis chat
classer classe classé classes classent ≠ clair
terrasse terrasses ≠ terre terres
masse masses ≠ mas mât
communiqué communiqués communiquer communique ≠ commun commune
revendiqué revendiquer revendique revendiquent ≠ revente
expliquer explique expliqué expliquait ≠ exploit
commencer commence commencé commencèrent commencent ≠ comment comme
recommencer recommence recommencé ≠ recommander
connaître connaît connait ≠ con
disparaître disparaît disparaîtra ≠ disparate
apparaître apparaît ≠ appareil
affirmer affirme affirment affirmé ≠ affiche
former forme forment formé ≠ fort
confirmer confirme confirment confirmé ≠ confort
consommer consomme consomment consommé ≠ console
serment serments ≠ serre
tourment tourments ≠ tourner
document documents ≠ docteur
moment moments ≠ momie
logement logements ≠ louer long
jugement jugements ≠ jupe
violemment ≠ violer violon violet
prudemment ≠ prude
récemment ≠ recette
constamment ≠ constater
abondamment ≠ aborder
indépendamment ≠ indécent
finir finit finissent finissait ≠ final figue
choisir choisit choisissent choisi ≠ choc
punir punit punissent puni ≠ punaise
investir investit investissent ≠ investigation
entreprise entreprises ≠ entrée
crise crises ≠ cri
prévision prévisions ≠ prévenu
décision décisions ≠ décès
tension tensions ≠ tente
élection élections ≠ élégant
élection election elections ≠ électron
économie économies economie ≠ écologie
politique politiques ≠ police poli
police polices ≠ politique policy
écologique écologiques ≠ économique
numérique numériques ≠ numéro
électrique électriques ≠ électeur
puce puces ≠ pucelle
semiconducteur semiconducteurs ≠ semaine
chercheur chercheurs chercheuse ≠ chéri
vendeur vendeurs vendeuse ≠ vent
médecin médecins ≠ média
maladie maladies ≠ malaise
vaccin vaccins ≠ vache
climat climats ≠ clinique
énergie énergies ≠ énervé
pétrole pétroles ≠ pétrin
centrale centrales ≠ centre
réacteur réacteurs ≠ réaction
guerre guerres ≠ guère
armée armées ≠ armure armoire
soldat soldats ≠ solde
poison poisons ≠ poisson
dessert desserts ≠ désert
cousin cousins ≠ coussin
cœur cœurs coeur ≠ courir
œuvre œuvres oeuvres ≠ ouvrier
sœur sœurs soeur ≠ sueur
ex-æquo ex-aequo ≠ exact
château châteaux chateau ≠ chat
tâche tâches tache ≠ taxe
forêt forêts foret ≠ fort
côté côtés cote ≠ coton
île îles ile ≠ illégal
août aout ≠ tout
dîner diner dîners ≠ dîme
rester reste restent restait ≠ restaurant
montrer montre montrent montré ≠ monstre
porter porte portent portait ≠ porc
accepter accepte acceptent accepté ≠ accès
respecter respecte respectent ≠ respirer
proposer propose proposent proposé ≠ propre
penser pense pensent pensait ≠ pente
disent ≠ disette
donner donne donnent donné ≠ donjon
travailler travaille travaillent travaillé ≠ travers
trouver trouve trouvent trouvé ≠ troupe
arriver arrive arrivent arrivé ≠ arrêt
indiquer indique indiquent indiqué ≠ indigo
attaquer attaque attaquent attaqué ≠ attacher
changer change changent changé ≠ chant
lancer lance lancent lancé ≠ langue
parler parle parlent parlait ≠ parole
demander demandent ≠ demain
regarder regarde regardent regardé ≠ regret
préparer prépare préparé préparait ≠ prépondérant
souvent ≠ souverain
couvent couvents ≠ couver
parent parents ≠ parer
président présidents ≠ précédent
argent ≠ argile
accent accents ≠ accès
client clients cliente clientes ≠ clic
excellent excellente excellents ≠ excès
patient patiente patients ≠ pâtir
urgent urgente urgents ≠ urne
`;
