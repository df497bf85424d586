"""The made-up company of the starter programme: its names, sites, jobs and themes, French and English side by side."""

FIRST_NAMES = (
    "Adèle", "Agathe", "Aïcha", "Alban", "Amina", "Anaïs", "Antoine", "Armelle", "Arthur", "Basile", "Béatrice",
    "Benoît", "Camille", "Capucine", "Cédric", "Chloé", "Clément", "Coralie", "Damien", "Delphine", "Denis",
    "Élodie", "Émile", "Estelle", "Étienne", "Fabrice", "Fanny", "Farid", "Florence", "Gaëlle", "Gaspard",
    "Geoffroy", "Hélène", "Hugo", "Idriss", "Inès", "Ismaël", "Jeanne", "Joël", "Julie", "Karim", "Kévin", "Laure",
    "Léa", "Léonard", "Loïc", "Lucie", "Maëlle", "Malik", "Manon", "Margaux", "Mathilde", "Maxime", "Mehdi",
    "Mélissa", "Mireille", "Nadège", "Nassim", "Noé", "Océane", "Olivier", "Ondine", "Pascal", "Perrine", "Quentin",
    "Rachid", "Rémi", "Romane", "Samira", "Sandrine", "Sébastien", "Solène", "Sylvain", "Tanguy", "Thaïs", "Théo",
    "Valentin", "Violette", "Yann", "Zoé",
)  # fmt: skip
LAST_NAMES = (
    "Abadie", "Aubrac", "Barbier", "Bellanger", "Besson", "Blanchet", "Boisseau", "Bréchet", "Brunel", "Cadoret",
    "Carpentier", "Castaing", "Chabrol", "Charrier", "Chevallier", "Collomb", "Cordier", "Coste", "Dabrowski",
    "Delmas", "Deschamps", "Diallo", "Dubreuil", "Duvivier", "Escoffier", "Estève", "Falque", "Faucher", "Ferrand",
    "Fofana", "Fontanel", "Fournel", "Gaillard", "Garrigue", "Gautier", "Gervais", "Girardot", "Guérin", "Haddad",
    "Hamon", "Hervieu", "Imbert", "Jacquemin", "Jaouen", "Joubert", "Kerbrat", "Khelifi", "Lacombe", "Lagarde",
    "Lambrecht", "Larrieu", "Lefort", "Lemoine", "Loiseau", "Maillard", "Marchetti", "Marty", "Mercadier",
    "Mokrani", "Monnet", "Morvan", "Nguyen", "Nivelle", "Olivetti", "Ouellet", "Pasquier", "Pelletan", "Peyrot",
    "Pinault", "Poncelet", "Quéméner", "Rabier", "Renoux", "Ribeiro", "Rivoire", "Rochas", "Roussel", "Salmon",
    "Sauvage", "Segalen", "Simonet", "Tavernier", "Texier", "Tissier", "Traoré", "Urbain", "Vasseur", "Vernay",
    "Vialard", "Weber", "Yvars", "Zeller",
)  # fmt: skip
SITES = ("Paris", "Lyon", "Lille", "Nantes", "Toulouse")

LEVELS = (("terrain", "field"), ("technicien", "technician"), ("cadre", "manager"), ("dirigeant", "executive"))
LEVEL_SHARES = (0.42, 0.28, 0.23, 0.07)

# A line of business, and the jobs in it.
BUSINESSES = (
    (("Production", "Production"), (("conduite de ligne", "line operation"), ("méthodes", "process engineering"))),
    (("Maintenance", "Maintenance"), (("maintenance", "maintenance"), ("travaux neufs", "new works"))),
    (("Logistique", "Logistics"), (("logistique", "logistics"), ("transport", "transport"))),
    (("Commercial", "Sales"), (("vente", "sales"), ("marketing", "marketing"))),
    (("Service client", "Customer care"), (("relation client", "customer care"), ("après-vente", "after sales"))),
    (("Études", "Engineering"), (("conception", "design"), ("essais", "testing"))),
)
HEAD_OFFICE = ("Siège", "Head office")
# A transverse function, and the job of those who hold it.
FUNCTIONS = (
    (("RH", "HR"), ("ressources humaines", "human resources")),
    (("finance", "finance"), ("contrôle de gestion", "management accounting")),
    (("IT", "IT"), ("informatique", "software")),
    (("juridique", "legal"), ("droit", "law")),
    (("qualité", "quality"), ("audit qualité", "quality audit")),
)

OUTCOMES = (
    ("Des clients servis sans rupture", "Customers served without a break"),
    ("Un travail plus simple", "Simpler work"),
    ("Des métiers qui se transmettent", "Skills handed on"),
    ("Une entreprise plus sobre", "A company that wastes less"),
)
# Title, outcome (its place above), horizon.
THEMES = (
    (("Réunions utiles", "Meetings worth having"), 1, "quick_win"),
    (("Le premier mois d'un nouveau", "A newcomer's first month"), 2, "quick_win"),
    (("Du devis à la livraison", "From quote to delivery"), 0, "long_term"),
    (("Moins de papier, moins de saisie", "Less paper, less typing"), 1, "quick_win"),
    (("Énergie de nos ateliers", "Energy in our workshops"), 3, "long_term"),
    (("La voix du client au quotidien", "The customer's voice every day"), 0, "quick_win"),
    (("Transmettre avant un départ", "Hand on before leaving"), 2, "long_term"),
    (("Sécurité partagée", "Safety shared"), 1, "long_term"),
    (("Passerelles entre métiers", "Bridges between jobs"), 2, "long_term"),
    (("Pannes : apprendre ensemble", "Breakdowns: learning together"), 0, "quick_win"),
    (("Déchets et seconde vie", "Waste and second life"), 3, "quick_win"),
    (("Travailler entre sites", "Working across sites"), 1, "long_term"),
    (("Données fiables", "Data to trust"), 0, "long_term"),
    (("Managers à l'écoute", "Managers who listen"), 2, "quick_win"),
    (("Achats responsables", "Buying responsibly"), 3, "long_term"),
    (("L'atelier de demain", "The workshop of tomorrow"), 0, "long_term"),
)
TITLE = ("Réseau apprenant 2027", "Learning network 2027")
ONLINE = ("EN-LIGNE", "ONLINE")
