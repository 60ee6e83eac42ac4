type Texts = {
  found: string
  opened: string
  unopened: string
  verified: string
}

/** What `reprise copy` says at its end. */
export const copyTexts: { de: Texts; en: Texts; fr: Texts } = {
  de: {
    found: '«verify» hat auf der anderen Seite {{count}} Befunde.',
    opened:
      'Versiegelte Texte (hinterlegte Karten, Mandate, Schlüssel), die sich auf der anderen Seite öffnen lassen: {{count}}. Starten Sie dort mit demselben Geheimnis: PAYLOAD_SECRET von jetzt, oder der Inhalt der Datei «secret».',
    unopened:
      'Versiegelte Texte, die sich auf der anderen Seite nicht öffnen lassen: {{count}}. Arbeiten Sie nicht mit der Kopie.',
    verified: 'Auf der anderen Seite geprüft.',
  },
  en: {
    found: '“verify” found {{count}} on the other side.',
    opened:
      'Sealed texts (stored cards, mandates, keys) that open on the other side: {{count}}. Start it with the same secret: the PAYLOAD_SECRET of now, or the content of the file “secret”.',
    unopened:
      'Sealed texts that do not open on the other side: {{count}}. Do not work with the copy.',
    verified: 'Verified on the other side.',
  },
  fr: {
    found: '« verify » signale {{count}} constats de l’autre côté.',
    opened:
      'Textes scellés (cartes enregistrées, mandats, clés) qui s’ouvrent de l’autre côté : {{count}}. Démarrez-le avec le même secret : le PAYLOAD_SECRET actuel, ou le contenu du fichier « secret ».',
    unopened:
      'Textes scellés qui ne s’ouvrent pas de l’autre côté : {{count}}. Ne travaillez pas avec la copie.',
    verified: 'Vérifié de l’autre côté.',
  },
}
