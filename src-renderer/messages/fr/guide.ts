/** Le guide, en cinq minutes de lecture. */
import type { GuideWords } from '../guide-blocks.ts';

const guide: GuideWords = {
  title: 'Guide',
  lead: 'Cinq minutes, du premier article aux notes que l’on peut envoyer. Rien de ce que vous faites ici ne quitte cet ordinateur.',
  contents: 'Sommaire',
  trySample: 'Ouvrir le carnet d’exemple',
  sections: [
    {
      id: 'notebook',
      title: 'Un carnet, un fichier',
      blocks: [
        {
          kind: 'text',
          text: 'Un carnet contient tout ce qui touche à un sujet : les articles, ce que vous y surlignez, ce que vous affirmez et pourquoi vous le croyez. C’est un seul fichier, dont le nom finit par .dossier. Copiez-le pour en garder une sauvegarde, déplacez-le sur un autre ordinateur, rangez-le où vous voulez.',
        },
        {
          kind: 'text',
          text: 'Le menu à côté du nom du carnet en ouvre un autre ou en commence un nouveau. Pour essayer sans crainte, ouvrez le carnet d’exemple : ses textes ont été écrits pour cela, et tout ce que vous y changez peut être annulé.',
        },
      ],
    },
    {
      id: 'capture',
      title: 'Capturer un article',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Enregistrez la page en HTML ou en MHTML depuis votre navigateur, puis déposez le fichier n’importe où dans la fenêtre. Les livres EPUB, les documents Word, le texte brut et le Markdown s’ajoutent de la même façon, comme plusieurs fichiers à la fois ou un dossier entier.',
            'Ou copiez le texte d’un article et collez-le n’importe où hors d’un champ : un formulaire s’ouvre, où vous pouvez ajouter son titre et son adresse.',
            'Les fichiers qui arrivent dans un dossier, comme ceux qu’enregistre votre navigateur, peuvent être capturés d’eux-mêmes\u00a0: choisissez-le dans les Réglages, Dossier surveillé.',
            'Regardez en bas à droite : pour chaque fichier, il est dit ce qu’il est devenu, ce qui n’a pas marché, et si vous aviez déjà le même texte.',
          ],
        },
        {
          kind: 'text',
          text: 'Le fichier d’origine est gardé à côté du texte que vous lisez. Titre, auteur, média, date et langue sont reconnus quand ils peuvent l’être : corrigez-les dans la fiche (touche I). La même adresse capturée de nouveau devient une nouvelle version, et vos surlignages y sont reportés.',
        },
      ],
    },
    {
      id: 'read',
      title: 'Lire et surligner',
      blocks: [
        {
          kind: 'text',
          text: 'Sélectionnez un passage. Une barre apparaît dessous : choisissez une couleur, écrivez une note, ajoutez une étiquette. Vous donnez leur sens aux cinq couleurs dans les réglages ; au départ : fait, chiffre, citation, doute et contexte. Chacune a aussi son soulignement, pour qu’aucune ne se reconnaisse à la seule couleur.',
        },
        {
          kind: 'keys',
          items: [
            ['1', 'Surligner dans la première couleur ; 2 à 5 pour les autres'],
            ['n', 'Écrire une note sur le passage'],
            ['e', 'Étiqueter le passage'],
            ['Mod+F', 'Chercher dans l’article'],
            ['F7', 'Déplacer un curseur dans le texte, pour sélectionner sans souris'],
            ['Shift+ArrowRight', 'Déplacer d’un mot la fin du surlignage ouvert ; avec Alt, son début'],
            ['o', 'Ouvrir le suivant des surlignages qui se chevauchent'],
            ['Mod+Shift+C', 'Copier le passage avec sa référence'],
            ['Mod+Shift+L', 'Copier un lien qui ouvre Dossier à ce passage'],
          ],
        },
        {
          kind: 'text',
          text: 'Les surlignages qui se chevauchent restent distincts : les chiffres dans la marge de gauche ouvrent chacun d’eux. Les notes se tiennent à côté de leur passage. Elles sont en Markdown : tapez [[ pour lier une source, une affirmation, un surlignage ou une autre note. Ce qu’une note disait avant est dans son historique, sur la fiche du surlignage.',
        },
      ],
    },
    {
      id: 'beside',
      title: 'Lire deux choses côte à côte',
      blocks: [
        {
          kind: 'text',
          text: 'Cliquez avec Alt sur une source, un résultat, une affirmation ou le retour vers un passage : cela s’ouvre à côté de ce que vous lisez. Chaque volet a sa place, sa recherche et son historique ; dans une fenêtre étroite, ce sont des onglets. Les commandes ouvrent aussi une fenêtre à part.',
        },
        {
          kind: 'keys',
          items: [
            ['Mod+Enter', 'Ouvrir dans l’autre volet ce qui a le focus'],
            ['Mod+Shift+B', 'Ouvrir un second volet, ou fermer celui-ci'],
            ['F6', 'Aller à l’autre volet'],
            ['Mod++', 'Agrandir le texte ; Ctrl − le réduit, Ctrl 0 suit la fenêtre'],
            ['Mod+P', 'Imprimer l’article, ses surlignages et ses notes'],
          ],
        },
      ],
    },
    {
      id: 'claim',
      title: 'Écrire une affirmation',
      blocks: [
        {
          kind: 'text',
          text: 'Une affirmation est une phrase qui est vraie ou ne l’est pas : « Le terminal coûtera 1,9 milliard d’euros. » Créez-la depuis un passage sélectionné ou dans l’écran Affirmations, et joignez-y les passages qui l’appuient, la contestent ou seulement la mentionnent.',
        },
        {
          kind: 'text',
          text: 'Pour chaque pièce, dites qui l’a dit en premier. Dix articles qui reprennent une même agence font dix documents et une seule origine : Dossier compte les deux et montre les deux.',
        },
      ],
    },
    {
      id: 'verdict',
      title: 'Vérifier ou contester',
      blocks: [
        {
          kind: 'text',
          text: 'Quand les pièces suffisent, vérifiez l’affirmation ou contestez-la, et dites pourquoi en une phrase. Un verdict sans motif n’est pas accepté. Rien n’est écrasé : chaque verdict reste daté dans l’historique de l’affirmation, qui peut être rouverte quand survient du nouveau.',
        },
        {
          kind: 'keys',
          items: [
            ['Shift+V', 'Vérifier l’affirmation'],
            ['Shift+D', 'Contester l’affirmation'],
            ['Shift+R', 'Rouvrir l’affirmation'],
          ],
        },
      ],
    },
    {
      id: 'compare',
      title: 'Comparer les sources, avant et après',
      blocks: [
        {
          kind: 'text',
          text: 'La matrice montre d’un coup affirmations × sources\u00A0: ce que chaque source dit de chaque affirmation. Les sources qui répètent une même origine se suivent et comptent une fois\u202F; un point marque ce à quoi tient un verdict, et la dernière colonne le nomme. Les flèches vont de case en case, Entrée ouvre le passage, T change l’image en tableau. On l’enregistre en image, en dessin ou en CSV.',
        },
        {
          kind: 'text',
          text: 'Une page peut être capturée de nouveau et dire autre chose. Citations modifiées, dans la barre de gauche dès qu’il y en a, montre ce qui a changé ou disparu, les mots qui diffèrent et les affirmations qui en dépendent\u00A0: confirmez la nouvelle place, choisissez-en une autre, laissez-la, ou contestez l’affirmation.',
        },
        {
          kind: 'keys',
          items: [
            ['g m', 'Ouvrir la matrice'],
            ['g q', 'Ouvrir les citations modifiées'],
            ['t', 'Dans la matrice\u00A0: image ou tableau'],
          ],
        },
      ],
    },
    {
      id: 'ledger',
      title: 'Tenir le registre',
      blocks: [
        {
          kind: 'text',
          text: 'Affirmations les montre toutes, avec leur statut, le nombre de documents et d’origines indépendantes sur lesquels elles reposent, et le dernier verdict. Filtrez par statut, par étiquette ou par fragilité : une seule origine, une seule source, contredite, citation modifiée. Un clic sur la tête d’une colonne trie par elle. Sélectionnez-en plusieurs avec X, ou Maj et les flèches, pour les étiqueter, les dater ou les mettre à la corbeille d’un seul geste.',
        },
        {
          kind: 'text',
          text: 'Donnez à une affirmation un jour où la revoir, et elle figure sous À revoir à partir de ce jour. Si une autre prend sa place, dites laquelle : l’ancienne reste, avec son historique, et mène à la nouvelle. Affichage montre le registre tel qu’il était un jour passé. Votre nom, donné dans les Réglages, accompagne chaque verdict.',
        },
        {
          kind: 'keys',
          items: [
            ['l', 'Filtrer par mots'],
            ['x', 'Sélectionner l’affirmation'],
            ['r', 'Sur une affirmation : fixer le jour où la revoir'],
            ['j', 'Sur une affirmation : la suivante ; K la précédente'],
          ],
        },
      ],
    },
    {
      id: 'tags',
      title: 'Mettre les étiquettes en ordre',
      blocks: [
        {
          kind: 'text',
          text: 'Étiquettes les montre toutes, en arbre. Faites-en glisser une sur une autre pour la placer dessous, ou utilisez Alt+→ et Alt+←. Choisir une étiquette, dans la bibliothèque, le registre ou une recherche, trouve aussi ce qui porte celles placées dessous.',
        },
        {
          kind: 'text',
          text: 'Chaque étiquette peut dire ce qu’elle désigne, avoir une couleur et des alias : qui tape un alias obtient l’étiquette. Une fusion montre d’abord ce qu’elle déplacera. Plus bas figurent les endroits où une étiquette est employée, et celles avec qui elle va : sur le même surlignage, sur des surlignages qui se recouvrent, dans la même source. Tout ce que vous y faites peut être annulé.',
        },
        {
          kind: 'text',
          text: 'Le livre de codes s’exporte et s’importe en CSV, pour un tableur, ou en REFI-QDA (.qdc), pour les logiciels d’analyse qualitative. Le même fichier deux fois ne change rien.',
        },
      ],
    },
    {
      id: 'search',
      title: 'Retrouver',
      blocks: [
        {
          kind: 'text',
          text: 'Tapez dans le champ du haut : articles, surlignages, notes et affirmations sont cherchés à chaque lettre. Accents et majuscules ne comptent pas, et les terminaisons se rejoignent en français comme en anglais : « detente » trouve « détente », « exportations » trouve « exportation ». Les chiffres se trouvent quelle que soit leur écriture : 46,7 et 46.7, 300 000 et 300,000.',
        },
        {
          kind: 'syntax',
          items: [
            ['"coût du dragage"', 'ces mots, dans cet ordre'],
            ['titre:dragage', 'dans les titres'],
            ['étiquette:coût', 'avec cette étiquette, un de ses alias ou une étiquette placée dessous'],
            ['+étiquette:coût +étiquette:port', 'avec les deux étiquettes'],
            ['+coût', 'doit y être'],
            ['-capacité', 'ne doit pas y être'],
            ['drag*', 'tout ce qui commence ainsi'],
            ['dragae~1', 'à une lettre près'],
          ],
        },
        {
          kind: 'text',
          text: 'Le champ complète les noms de champs et vos étiquettes à mesure que vous les tapez : Tab prend le premier, les flèches mènent aux autres. Quand rien n’est écrit, ↓ montre ce qu’on peut écrire. À côté des résultats, vous lisez combien il y en a de chaque genre, langue, média, année, étiquette et statut ; choisissez une valeur pour ne garder qu’eux, ou donnez une période.',
        },
        {
          kind: 'text',
          text: 'Les flèches parcourent les résultats ; Entrée ouvre le passage dans son article, à sa place. Pour chaque résultat, il est dit quels mots l’ont fait trouver, comment, dans quel champ, et ce que chacun a donné à son rang.',
        },
        {
          kind: 'text',
          text: 'Une recherche se garde avec une affirmation comme preuve que vous avez cherché, même si elle n’a rien trouvé\u00A0: «\u00A0Garder comme preuve de diligence…\u00A0» note ce qui a été demandé, dans quelles limites, quand, et combien il y en avait. La page de l’affirmation les énumère et les relance.',
        },
      ],
    },
    {
      id: 'order',
      title: 'Mettre de l’ordre',
      blocks: [
        {
          kind: 'text',
          text: 'Sélectionnez plusieurs sources avec Ctrl ou Maj et un clic, ou avec Maj et les flèches\u202F; Ctrl A les prend toutes, Échap termine. La sélection se laisse étiqueter, ranger dans une collection ou mettre à la corbeille, chaque fois en une seule étape qu’Annuler reprend.',
        },
        {
          kind: 'text',
          text: 'Une collection réunit des sources dans l’ordre que vous choisissez (Alt et une flèche y déplacent une source)\u202F; une source peut être dans plusieurs. Une recherche dont vous aurez encore besoin s’enregistre sous un nom avec ses filtres, et se relance depuis la bibliothèque, l’écran de recherche ou la palette.',
        },
        {
          kind: 'text',
          text: 'Tout ce que vous supprimez est à la corbeille et en revient. Vider la corbeille est la seule chose qui ne s’annule pas\u00A0: on vous le demande deux fois, et cela ne se fait jamais tout seul.',
        },
      ],
    },
    {
      id: 'notes',
      title: 'Écrire ses propres notes',
      blocks: [
        {
          kind: 'text',
          text: 'Sous Notes se trouve ce qui n’est ni surlignage ni affirmation\u00A0: plans, questions, brouillons, en Markdown. Tapez [[ et quelques mots pour renvoyer à une source, une affirmation, un surlignage ou une autre note\u202F; le lien tient quel que soit leur nom plus tard, et chacun dit où il est mentionné.',
        },
        {
          kind: 'text',
          text: 'Ce que vous tapez est gardé aussitôt en brouillon et survit à une panne\u202F; cela devient la note quand vous l’enregistrez. L’histoire d’une note contient chaque état enregistré avec sa date et ce qui a changé depuis, et reprend un état antérieur comme une nouvelle modification.',
        },
        {
          kind: 'keys',
          items: [
            ['g n', 'Aller aux notes'],
            ['n', 'Nouvelle note'],
            ['e', 'Écrire dans la note'],
            ['Mod+Enter', 'L’enregistrer'],
            ['h', 'Son histoire'],
          ],
        },
      ],
    },
    {
      id: 'draft',
      title: 'Vérifier un brouillon',
      blocks: [
        {
          kind: 'text',
          text: 'Sous Brouillon, collez ce que vous avez écrit ou ouvrez-le en texte, en Markdown ou en document Word. Chaque citation et chaque chiffre est comparé aux textes du carnet. Une coche dit que les mots s’y trouvent tels quels\u202F; les mots altérés sont marqués, avec ce que dit la source\u202F; vous apprenez où le brouillon nomme un autre auteur que la source, et ce qu’aucun texte ne contient.',
        },
        {
          kind: 'text',
          text: 'Choisissez une citation dans le brouillon ou dans la liste pour voir le passage, l’ouvrir à côté, en reprendre les mots ou en faire la preuve d’une affirmation. Modifiez le brouillon sur place et vérifiez à nouveau. Le rapport s’enregistre en page web, en Markdown ou en tableau\u202F; du brouillon lui-même, rien n’est conservé.',
        },
        {
          kind: 'keys',
          items: [
            ['g d', 'Vérifier un brouillon'],
            ['Mod+Enter', 'Vérifier, ou vérifier à nouveau'],
            ['j', 'Problème suivant\u202F; k, le précédent'],
            ['o', 'Ouvrir le passage à côté du brouillon'],
            ['e', 'Modifier le brouillon'],
          ],
        },
      ],
    },
    {
      id: 'export',
      title: 'Exporter ses notes',
      blocks: [
        {
          kind: 'text',
          text: 'L’export écrit des notes annotées\u00A0: chaque source avec sa référence, vos surlignages avec leurs notes et étiquettes, les affirmations avec leurs pièces et leurs verdicts. Choisissez quoi prendre (tout, des sources choisies, une collection, une étiquette, une affirmation et ses pièces, ce que trouve une recherche enregistrée), puis le format. L’aperçu montre ce que vous aurez, et ce qu’un format ne peut porter est dit.',
        },
        {
          kind: 'syntax',
          items: [
            [
              'Document Word',
              'surlignages en couleur, vos notes en commentaires, sources en notes de bas de page',
            ],
            ['PDF', 'la page HTML en pages A4 numérotées, avec vos notes en marge'],
            [
              'Obsidian',
              'une note par source, affirmation et étiquette, liées\u202F; ouvrez le dossier comme coffre',
            ],
            ['REFI-QDA', 'textes, codes et passages codés pour NVivo, MAXQDA, ATLAS.ti, QualCoder'],
          ],
        },
        {
          kind: 'text',
          text: 'Un modèle décide de l’écriture du Markdown et du HTML. Choisissez-en un de Dossier, ou «\u00A0En faire le mien…\u00A0»\u00A0: vous l’écrivez à côté de l’aperçu, et une faute est dite avec sa ligne. C’est du Liquid\u00A0:',
        },
        {
          kind: 'syntax',
          items: [
            ['{{ source.title }}', 'écrit un champ\u202F; son contenu s’écrit comme du texte'],
            [
              '{{ highlight.quote | quote }}',
              'l’écrit en bloc de citation\u202F; la liste des champs nomme les filtres',
            ],
            ['{% for source in sources %} … {% endfor %}', 'le fait pour chaque source'],
            ["{% if highlight.note != '' %} … {% endif %}", 'seulement là où il y a une note'],
          ],
        },
        {
          kind: 'text',
          text: 'Un modèle Markdown qui parle de «\u00A0source\u00A0» fait un fichier par source\u202F; tout autre n’en fait qu’un. La clé de citation d’une source ({{ source.key }}) est faite de l’auteur, de l’année et du titre\u202F; elle reste une fois exportée, et se change dans la fiche.',
        },
        {
          kind: 'text',
          text: 'Une archive contient tout le carnet avec ses originaux. «\u00A0Restaurer une archive\u00A0», sur la page d’accueil, en fait un nouveau carnet.',
        },
      ],
    },
    {
      id: 'keyboard',
      title: 'Tout au clavier',
      blocks: [
        {
          kind: 'text',
          text: 'La barre du bas nomme les touches qui agissent sur l’élément actif. Toutes les commandes sont dans la palette, avec leur raccourci.',
        },
        {
          kind: 'keys',
          items: [
            ['Mod+K', 'Toutes les commandes, les sources et les affirmations par leur nom'],
            ['?', 'La carte des raccourcis'],
            ['Mod+Shift+F', 'Rechercher dans le carnet'],
            ['g l', 'Bibliothèque'],
            ['g c', 'Affirmations'],
            ['g m', 'La matrice affirmations × sources'],
            ['g q', 'Les citations modifiées'],
            ['g s', 'Recherche'],
            ['Mod+Z', 'Annuler la dernière modification, quelle qu’elle soit'],
            ['Mod+Shift+Z', 'La rétablir'],
          ],
        },
      ],
    },
    {
      id: 'safety',
      title: 'En cas de problème',
      blocks: [
        {
          kind: 'text',
          text: 'Toute modification peut être annulée, même après un redémarrage. Une source retirée va à la corbeille, au bas de la liste, d’où elle peut être rétablie. Les réglages permettent de vérifier le fichier du carnet et de réparer ce qui est déduit de vos données. Dossier écrit chaque modification sur le disque avant de dire qu’elle est faite.',
        },
      ],
    },
  ],
};

export default guide;
