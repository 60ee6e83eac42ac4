import { toSearchKey } from '../../../utilities/toSearchKey'

/** ISO 3166-1 alpha-2, and XK, which the posts of Europe use for Kosovo. */
const CODES =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF
CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP
GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT
LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL
PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR
TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`.split(/\s/)

/** What people write besides the names and codes: signs of cars, codes of three letters, short and local names. */
const WRITTEN: Record<string, string> = {
  a: 'AT',
  aut: 'AT',
  b: 'BE',
  bel: 'BE',
  bundesrepublikdeutschland: 'DE',
  che: 'CH',
  czechrepublic: 'CZ',
  d: 'DE',
  deu: 'DE',
  england: 'GB',
  esp: 'ES',
  espana: 'ES',
  etatsunis: 'US',
  f: 'FR',
  fl: 'LI',
  fra: 'FR',
  furstentumliechtenstein: 'LI',
  gbr: 'GB',
  greatbritain: 'GB',
  grossbritannien: 'GB',
  holland: 'NL',
  hollande: 'NL',
  i: 'IT',
  ita: 'IT',
  italia: 'IT',
  l: 'LU',
  lie: 'LI',
  lux: 'LU',
  nederland: 'NL',
  nld: 'NL',
  prt: 'PT',
  republiquetcheque: 'CZ',
  scotland: 'GB',
  svizzera: 'CH',
  swiss: 'CH',
  tschechischerepublik: 'CZ',
  uk: 'GB',
  unitedstatesofamerica: 'US',
  usa: 'US',
}

const compact = (text: string): string => toSearchKey(text).replace(/[^\p{L}]+/gu, '')

const NAMES = new Map<string, string>([
  ...['de', 'fr', 'en'].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    return CODES.map((code) => [compact(names.of(code) ?? code), code] as const)
  }),
  ...Object.entries(WRITTEN),
  ...CODES.map((code) => [code.toLowerCase(), code] as const),
])

/** A country by its name in German, French or English or its code, as ISO 3166-1 alpha-2; `undefined` for what is none. */
export const readCountry = (text: string): string | undefined => NAMES.get(compact(text))
