import type { SeatMapLabels } from './types'

const en: SeatMapLabels = {
  categories: 'Price categories',
  empty: 'This venue has no seats yet.',
  fit: 'Show the whole hall',
  freeCount: '{count} free',
  help: 'Arrow keys move from seat to seat, Home and End go to the ends of the row. Enter or Space selects. Plus and minus zoom, zero shows the whole hall.',
  highlight: 'proposed',
  legend: 'Legend',
  map: 'Seat map',
  row: '{block}, row {row}',
  seat: '{block}, row {row}, seat {number}',
  seatCount: '{count} seats',
  selectArea: 'Select an area (or drag with Shift held)',
  selectedCount: '{count} selected',
  stage: 'Stage',
  states: {
    blocked: 'blocked',
    free: 'free',
    own: 'in this file',
    selected: 'selected',
    taken: 'taken',
  },
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
}

const de: SeatMapLabels = {
  categories: 'Preiskategorien',
  empty: 'Dieser Saal hat noch keine Plätze.',
  fit: 'Ganzen Saal zeigen',
  freeCount: '{count} frei',
  help: 'Die Pfeiltasten führen von Platz zu Platz, Pos1 und Ende an die Enden der Reihe. Eingabe oder Leertaste wählt aus. Plus und Minus vergrössern und verkleinern, Null zeigt den ganzen Saal.',
  highlight: 'vorgeschlagen',
  legend: 'Legende',
  map: 'Saalplan',
  row: '{block}, Reihe {row}',
  seat: '{block}, Reihe {row}, Platz {number}',
  seatCount: '{count} Plätze',
  selectArea: 'Bereich auswählen (oder mit Umschalttaste ziehen)',
  selectedCount: '{count} ausgewählt',
  stage: 'Bühne',
  states: {
    blocked: 'gesperrt',
    free: 'frei',
    own: 'in diesem Dossier',
    selected: 'ausgewählt',
    taken: 'vergeben',
  },
  zoomIn: 'Vergrössern',
  zoomOut: 'Verkleinern',
}

const fr: SeatMapLabels = {
  categories: 'Catégories de prix',
  empty: 'Cette salle n’a pas encore de places.',
  fit: 'Afficher toute la salle',
  freeCount: '{count} libres',
  help: 'Les flèches mènent de place en place, Origine et Fin aux extrémités du rang. Entrée ou Espace sélectionne. Plus et moins agrandissent et réduisent, zéro affiche toute la salle.',
  highlight: 'proposée',
  legend: 'Légende',
  map: 'Plan de salle',
  row: '{block}, rang {row}',
  seat: '{block}, rang {row}, place {number}',
  seatCount: '{count} places',
  selectArea: 'Sélectionner une zone (ou glisser avec la touche Maj)',
  selectedCount: 'sélection : {count}',
  stage: 'Scène',
  states: {
    blocked: 'bloquée',
    free: 'libre',
    own: 'dans ce dossier',
    selected: 'sélectionnée',
    taken: 'occupée',
  },
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
}

/** The map's texts as staff read them, by language; the shop words some of them for its customers. */
export const seatMapTexts: Record<'de' | 'en' | 'fr', SeatMapLabels> = { de, en, fr }
