/** In an empty text that is written with the editor; its own German says "du" to staff. */
export const editorPlaceholder = {
  de: 'Schreiben Sie, oder drücken Sie «/» für Befehle …',
  en: 'Write, or press “/” for commands …',
  fr: 'Écrivez, ou appuyez sur « / » pour les commandes …',
}
