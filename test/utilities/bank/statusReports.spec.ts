import { describe, expect, it } from '@jest/globals'

import {
  readStatusReport,
  type StatusEvent,
} from '../../../src/utilities/bank/files/readStatusReport'
import { BankFileRefused } from '../../../src/utilities/bank/files/types'
import { camtOf } from './helpers/camt'

const reason = (code: string, text = '') =>
  `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn>${text && `<AddtlInf>${text}</AddtlInf>`}</StsRsnInf>`

const reportOf = (content: string, version = '10') =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt><GrpHdr><MsgId>R1</MsgId>` +
  `<CreDtTm>2027-01-08T10:00:00Z</CreDtTm></GrpHdr>${content}</CstmrPmtStsRpt></Document>`

const group = (more = '') =>
  `<OrgnlGrpInfAndSts><OrgnlMsgId>MSG-2026-1</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>${more}</OrgnlGrpInfAndSts>`

const read = async (xml: string): Promise<StatusEvent[]> => {
  const events: StatusEvent[] = []
  for await (const event of readStatusReport(Buffer.from(xml))) events.push(event)
  return events
}

const refusalOf = (xml: string) =>
  read(xml).then(
    () => 'taken',
    (err) => (err instanceof BankFileRefused ? `${err.code} ${err.value}` : err),
  )

describe('a status report', () => {
  it.each(['03', '10', '14'])(
    'should tell of file, parts and collections, in version %s',
    async (version) => {
      const details =
        `<OrgnlPmtInfAndSts><OrgnlPmtInfId>MSG-2026-1-1</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts><TxInfAndSts><StsId>1</StsId>` +
        `<OrgnlEndToEndId>E1</OrgnlEndToEndId><TxSts>RJCT</TxSts>${reason('AC04', 'Account closed')}<OrgnlTxRef><Amt>` +
        '<InstdAmt Ccy="EUR">110.00</InstdAmt></Amt><MndtRltdInf><MndtId>RUM-1</MndtId></MndtRltdInf></OrgnlTxRef></TxInfAndSts>' +
        `<TxInfAndSts><OrgnlEndToEndId>E2</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>`
      expect(await read(reportOf(group('<GrpSts>PART</GrpSts>') + details, version))).toEqual([
        { type: 'report', createdAt: '2027-01-08T10:00:00Z', messageID: 'R1', version },
        {
          type: 'group',
          originalMessageName: 'pain.008.001.08',
          originalMsgID: 'MSG-2026-1',
          reasons: [],
          status: 'PART',
        },
        {
          type: 'transaction',
          amount: 11_000,
          currency: 'EUR',
          endToEndID: 'E1',
          mandateReference: 'RUM-1',
          paymentID: 'MSG-2026-1-1',
          reasons: [{ code: 'AC04', text: 'Account closed' }],
          status: 'RJCT',
        },
        {
          type: 'transaction',
          amount: null,
          currency: null,
          endToEndID: 'E2',
          mandateReference: null,
          paymentID: 'MSG-2026-1-1',
          reasons: [],
          status: 'ACSP',
        },
        { type: 'payment', paymentID: 'MSG-2026-1-1', reasons: [], status: 'PART' },
        { type: 'end', transactions: 2 },
      ])
    },
  )

  it('should tell of a file that was refused as a whole', async () => {
    const more = `<GrpSts>RJCT</GrpSts>${reason('FF01', 'Schema')}<StsRsnInf><Rsn><Prtry>X1</Prtry></Rsn></StsRsnInf>`
    const [, event] = await read(reportOf(group(more)))
    expect(event).toMatchObject({
      type: 'group',
      reasons: [
        { code: 'FF01', text: 'Schema' },
        { code: 'X1', text: '' },
      ],
      status: 'RJCT',
    })
  })

  it('should keep words without a code', async () => {
    const [, event] = await read(
      reportOf(group('<StsRsnInf><AddtlInf>See letter</AddtlInf></StsRsnInf>')),
    )
    expect(event).toMatchObject({ reasons: [{ code: null, text: 'See letter' }], status: null })
  })

  it('should not be something else', async () => {
    expect(await refusalOf(camtOf(''))).toBe('unknownMessage camt.053')
    expect(await refusalOf(`<!DOCTYPE a>${reportOf('')}`)).toBe('documentType ')
    expect(await refusalOf(reportOf(group()).slice(0, -20))).toMatch(/^notWellFormed/)
    expect(await refusalOf('')).toBe('emptyFile ')
  })
})
