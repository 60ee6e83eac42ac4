type Dress = {
  encoding?: string
  kind?: 'camt.052' | 'camt.053' | 'camt.054'
  prefix?: string
  version?: string
}

const CONTAINERS = {
  'camt.052': ['BkToCstmrAcctRpt', 'Rpt'],
  'camt.053': ['BkToCstmrStmt', 'Stmt'],
  'camt.054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
}

const IBAN = 'CH9300762011623852957'

/** A bank file around some entries. */
export const camtOf = (
  entries: string,
  { encoding = 'UTF-8', kind = 'camt.053', prefix = '', version = '08' }: Dress = {},
  head = '',
): string => {
  const [message, container] = CONTAINERS[kind]
  const xml =
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${kind}.001.${version}"><${message}><GrpHdr><MsgId>M1</MsgId>` +
    `<CreDtTm>2026-11-26T08:00:00Z</CreDtTm></GrpHdr><${container}><Id>S1</Id><ElctrncSeqNb>7</ElctrncSeqNb><Acct><Id><IBAN>${IBAN}</IBAN></Id>` +
    `<Ccy>CHF</Ccy></Acct>${head}${entries}</${container}></${message}></Document>`
  const dressed = prefix
    ? xml.replace('xmlns=', `xmlns:${prefix}=`).replace(/<(\/?)(?=\w)/g, `<$1${prefix}:`)
    : xml
  return `<?xml version="1.0" encoding="${encoding}"?>\n${dressed}`
}

export const balance = (code: string, amount: string, direction = 'CRDT'): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CHF">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>` +
  '<Dt><Dt>2026-11-26</Dt></Dt></Bal>'

/** An entry; what is in `details` stands where its transactions stand. */
export const entryOf = ({
  amount = '110.00',
  currency = 'CHF',
  details = '',
  direction = 'CRDT',
  more = '',
  reference = 'ASR1',
  status = '<Cd>BOOK</Cd>',
  text = '',
}: {
  amount?: string
  currency?: string
  details?: string
  direction?: string
  more?: string
  reference?: string
  status?: string
  text?: string
} = {}): string =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${more}<Sts>${status}</Sts><BookgDt><Dt>2026-11-26</Dt></BookgDt>` +
  `<ValDt><DtTm>2026-11-27T00:00:00Z</DtTm></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef>${details && `<NtryDtls>${details}</NtryDtls>`}` +
  `${text && `<AddtlNtryInf>${text}</AddtlNtryInf>`}</Ntry>`

export const transactionOf = ({
  name = 'Zoë Müller',
  amount = '<Amt Ccy="CHF">110.00</Amt>',
  direction = '',
  more = '',
  refs = '<EndToEndId>E1</EndToEndId>',
  remittance = '',
}: {
  name?: string
  amount?: string
  direction?: string
  more?: string
  refs?: string
  remittance?: string
} = {}): string =>
  `<TxDtls><Refs>${refs}</Refs>${amount}${direction && `<CdtDbtInd>${direction}</CdtDbtInd>`}<RltdPties><Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr>` +
  `<DbtrAcct><Id><IBAN>AT611904300234573201</IBAN></Id></DbtrAcct></RltdPties><RmtInf>${remittance}</RmtInf>${more}</TxDtls>`

export const structured = (reference: string): string =>
  `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>`
