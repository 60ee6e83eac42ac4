/**
 * How long an IBAN of each country is (ISO 13616, the registry that SWIFT keeps). Countries of SEPA and those whose accounts a bank file
 * of ours may name.
 */
export const ibanLengths: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 ' +
    'FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 ' +
    'LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 ' +
    'SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

/** Members of the European Economic Area. Their islands and overseas regions bank under the same codes. */
const EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  ),
)

/** The rest of SEPA (EPC409-09, list of the scheme countries). Accounts of Guernsey, Jersey and Man have British numbers. */
const SEPA_OUTSIDE_EEA = new Set('AD AL CH GB GI MC MD ME MK RS SM VA'.split(' '))

/** @param country two capital letters, as an IBAN begins */
export const isSEPACountry = (country: string): boolean =>
  EEA.has(country) || SEPA_OUTSIDE_EEA.has(country)

/** Countries for which a direct debit must say where the debtor lives (EPC130-08: where a bank of either side is outside the EEA). */
export const isOutsideEEA = (country: string): boolean => SEPA_OUTSIDE_EEA.has(country)
