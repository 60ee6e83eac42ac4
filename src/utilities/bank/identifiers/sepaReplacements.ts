/** Letters that do not come apart into a plain one and its accent. An entry is the letter and, right after it, what takes its place. */
const LETTERS = `
  ÐD ðd ĐD đd ĦH ħh ıi ĸk ŁL łl ŊN ŋn ØO øo ßss ẞSS ÞT þt ŦT ŧt ÆAE æae ŒOE œoe ĲIJ
  ĳij ƒf
`

/** Signs, after EPC217-08. */
const SIGNS = `
  !. ". #. $. %. &+ *. ;, <. =. >. @. [( \\/ ]) ^. _- \`' {( |/ }) ~- €E §. ´' ‘' ’' ‚'
  ‛' ʼ' “. ”. „. «. ». ‹' ›' ‐- ‑- ‒- –- —- −- …... ·. •. ×x ºo ªa №No
`

/** ISO 843. */
const GREEK = `
  ΑA ΒV ΓG ΔD ΕE ΖZ ΗI ΘTh ΙI ΚK ΛL ΜM ΝN ΞX ΟO ΠP ΡR ΣS ΤT ΥY ΦF ΧCh ΨPs ΩO αa βv γg
  δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr ςs σs τt υy φf χch ψps ωo
`

/** The Bulgarian law of transliteration. */
const CYRILLIC = `
  АA БB ВV ГG ДD ЕE ЖZh ЗZ ИI ЙY КK ЛL МM НN ОO ПP РR СS ТT УU ФF ХH ЦTs ЧCh ШSh ЩSht
  ЪA ЬY ЮYu ЯYa аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts
  чch шsh щsht ъa ьy юyu яya
`

/** What stands for a sign that SEPA does not allow and that no decomposition explains. */
export const sepaReplacements: ReadonlyMap<string, string> = new Map(
  [LETTERS, SIGNS, GREEK, CYRILLIC].flatMap((list) =>
    list
      .trim()
      .split(/\s+/)
      .map((entry): [string, string] => {
        const [sign = ''] = entry
        return [sign, entry.slice(sign.length)]
      }),
  ),
)
