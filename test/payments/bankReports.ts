import { CREDITOR } from './aDebitHouse'

const inCents = (cents: number) => (cents / 100).toFixed(2)

/** A statement of the house's account: credits of whole parts, collections that came back, and returns that the bank takes back. */
export const statement = ({
  cameBack = [],
  credits = [],
  day = '2027-02-15',
  iban = CREDITOR.creditorIBAN,
  returns = [],
}: {
  cameBack?: { amount: number; code: string; reference: string }[]
  credits?: { amount: number; partID: string }[]
  day?: string
  iban?: string
  returns?: { amount: number; code: string; mandate?: string; reference?: string }[]
}) => {
  const entry = (amount: number, direction: string, details: string) =>
    `<Ntry><Amt Ccy="EUR">${inCents(amount)}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>` +
    `<ValDt><Dt>${day}</Dt></ValDt><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>${direction === 'CRDT' ? 'ESDD' : 'UPDD'}</SubFmlyCd></Fmly></Domn></BkTxCd>` +
    `<NtryDtls>${details}</NtryDtls></Ntry>`
  return (
    '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>B1</MsgId>' +
    `<CreDtTm>2027-02-16T08:00:00Z</CreDtTm></GrpHdr><Ntfctn><Id>N1</Id><Acct><Id><IBAN>${iban.replace(/ /g, '')}</IBAN></Id><Ccy>EUR</Ccy></Acct>` +
    credits
      .map(({ amount, partID }) =>
        entry(amount, 'CRDT', `<Btch><PmtInfId>${partID}</PmtInfId></Btch>`),
      )
      .join('') +
    [
      ...returns.map((one) => ({ ...one, direction: 'DBIT' })),
      ...cameBack.map((one) => ({ ...one, direction: 'CRDT', mandate: undefined })),
    ]
      .map(({ amount, code, direction, mandate, reference }) =>
        entry(
          amount,
          direction,
          `<TxDtls><Refs><EndToEndId>${reference ?? 'NOTPROVIDED'}</EndToEndId>${mandate ? `<MndtId>${mandate}</MndtId>` : ''}</Refs>` +
            `<Amt Ccy="EUR">${inCents(amount)}</Amt><CdtDbtInd>${direction}</CdtDbtInd><RtrInf><Rsn><Cd>${code}</Cd></Rsn></RtrInf></TxDtls>`,
        ),
      )
      .join('') +
    '</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>'
  )
}

/** A status report that rejects some collections, the first part of a file, or all of it. */
export const rejection = ({
  all,
  messageID,
  part,
  references = [],
}: {
  all?: string
  messageID: string
  part?: string
  references?: { code: string; reference: string }[]
}) => {
  const why = (code: string) => `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`
  return (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>R1</MsgId><CreDtTm>2027-02-02T08:00:00Z</CreDtTm></GrpHdr>' +
    `<OrgnlGrpInfAndSts><OrgnlMsgId>${messageID}</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>${all ? `<GrpSts>RJCT</GrpSts>${why(all)}` : '<GrpSts>PART</GrpSts>'}</OrgnlGrpInfAndSts>` +
    `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${messageID}-1</OrgnlPmtInfId>${part ? `<PmtInfSts>RJCT</PmtInfSts>${why(part)}` : ''}` +
    references
      .map(
        ({ code, reference }) =>
          `<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>RJCT</TxSts>${why(code)}</TxInfAndSts>`,
      )
      .join('') +
    '</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>'
  )
}
