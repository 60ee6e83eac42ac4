import { AmountCell as AmountCell_36838e1ec5708cbd004fcac1f836bd72 } from '../../../components/Amount/cell'
import { AmountField as AmountField_c30e031fd702b153301215c4e0bb1892 } from '../../../components/Amount/field'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FilePage as FilePage_61ae1ca64113c1efa0d89619c6fb2b6f } from '../../../components/FilePage'
import { JSONText as JSONText_b6d7534b20a785fb9d939940bb015702 } from '../../../components/JSONText'
import { CauseCell as CauseCell_1a80da0ea971b7d488cb33810b1078cc } from '../../../components/cells/CauseCell'
import { CauseField as CauseField_88df88c8b6a812c06965ee2a65a3061d } from '../../../components/CauseField'
import { CardLinkField as CardLinkField_e62a14a222aba5fdde8bad3087173ada } from '../../../plugins/payments/components/CardLinkField'
import { MeansField as MeansField_491bfbea5c02bab73ebc3a6e4c83899d } from '../../../plugins/payments/components/MeansField'
import { ExpiryCell as ExpiryCell_7ddc05847e10962c83338aee455d1b3e } from '../../../components/cells/ExpiryCell'
import { ExpiryField as ExpiryField_ae63f3cd41e7da0eca8d7b1a4cca9579 } from '../../../components/ExpiryField'
import { RevokeField as RevokeField_a4af58d70bc22b996699a050896030a6 } from '../../../plugins/payments/components/RevokeField'
import { MandateAccount as MandateAccount_59ac132a909b0ebcf85cd3247fbbf058 } from '../../../plugins/payments/sepa/components/MandateAccount'
import { MandateReference as MandateReference_d40e983ade2ca8da486728d999582afc } from '../../../plugins/payments/sepa/components/MandateReference'
import { MandateIBAN as MandateIBAN_dfa77749afeba13d953fcf12a269a168 } from '../../../plugins/payments/sepa/components/MandateIBAN'
import { MandateTools as MandateTools_a54a509ff42c92aa57ac0e1d0c32832e } from '../../../plugins/payments/sepa/components/MandateTools'
import { YesNoCell as YesNoCell_5273f4775816a1134772d7b672697edf } from '../../../components/cells/YesNoCell'
import { VenueSeatMapView as VenueSeatMapView_b8173050cc624802bc6e3dcc96c0361b } from '../../../components/VenueSeatMap'
import { CheckPanel as CheckPanel_1ab9b781955f29c0c6b4e4780dcddf63 } from '../../../plugins/renewal/components/CheckPanel'
import { MappingRowLabel as MappingRowLabel_d5fa6a4fa7257a01cf6b8cb94364f36c } from '../../../plugins/renewal/components/MappingRowLabel'
import { StartControls as StartControls_de7d0ef05f74b541a746cc1acd3568e8 } from '../../../plugins/renewal/components/StartControls'
import { BatchesList as BatchesList_2a3fb38dbb786d29ca3db3425efd9d99 } from '../../../plugins/renewal/views/BatchesList'
import { ImportPanel as ImportPanel_3ffc3c797737f9bc789a2d0b5cbb6cd9 } from '../../../plugins/subscriber-import/components/ImportPanel'
import { RunKindCell as RunKindCell_6619b352b041d56b640034585d6cc2aa } from '../../../components/cells/RunKindCell'
import { RunPage as RunPage_155c6e0b26b4aefca4a990f8f7af5d95 } from '../../../components/RunPage'
import { OutboxDecision as OutboxDecision_c7dc5b26fe15ba29f2e04c0535d8c35e } from '../../../components/OutboxDecision'
import { NounCell as NounCell_f7be7dfbf67d5e2bd8b47c8a5b21426f } from '../../../components/cells/NounCell'
import { AuthorCell as AuthorCell_10094c36880fa5939db2bba1eb476775 } from '../../../components/cells/AuthorCell'
import { JournalPage as JournalPage_2c286d6d0ef3fedc3b84d6050af721e7 } from '../../../components/JournalPage'
import { WithdrawLink as WithdrawLink_3d80555c9164fd6dfc311e7bbc4228a3 } from '../../../plugins/payments/components/WithdrawLink'
import { MailTextPanel as MailTextPanel_3082a4b89fbb210a36e35f70b6b5b9ee } from '../../../components/MailTextPanel'
import { BrandIcon as BrandIcon_99e92778bd4fac64f47ce20c43bed673 } from '../../../components/Brand/Icon'
import { BrandLogo as BrandLogo_916eb612e9f601e5b291450eb0853f62 } from '../../../components/Brand/Logo'
import { FailedPaymentsLink as FailedPaymentsLink_bef41cac85dd75748e441698f403f946 } from '../../../plugins/payments/components/FailedPaymentsLink'
import { DebitsLink as DebitsLink_7fe7dbcf60d109fcc8a17923397f1ce4 } from '../../../plugins/payments/sepa/components/DebitsLink'
import { LatestRuns as LatestRuns_d06740e412b6b0a3724ab8969c6ebf61 } from '../../../plugins/renewal/components/LatestRuns'
import { BatchesView as BatchesView_b2c4814a3b9874411947fb8576052446 } from '../../../plugins/renewal/views/BatchesView'
import { FailedPaymentsView as FailedPaymentsView_0e8333e87a3aa0f940f5171f072fd291 } from '../../../plugins/payments/views/FailedPaymentsView'
import { DebitsView as DebitsView_73204d728c3e2160540485094513ffde } from '../../../plugins/payments/sepa/views/DebitsView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'
import { RunActions as RunActions_2a499cd8a84516a6a0154e124e59ee1a } from '../../../plugins/renewal/components/RunActions'
import { UndoActions as UndoActions_3418fcd60360204df414af2cc0d43ff4 } from '../../../plugins/renewal/components/UndoActions'
import { RunActions as RunActions_6a115e89bc220aaf4dd70e3f9fac651a } from '../../../plugins/subscriber-import/components/RunActions'
import { BookPayment as BookPayment_9773be6f747a8eae0b7c8ea91728712c } from '../../../plugins/payments/components/BookPayment'
import { RefundPayment as RefundPayment_c8499bc34bb9bc8f328658b131de257a } from '../../../plugins/payments/components/RefundPayment'
import { TakeBackPayment as TakeBackPayment_79577bc6150c22eb46fd2826c437fa3c } from '../../../plugins/payments/components/TakeBackPayment'

/** @type import('payload').ImportMap */
export const importMap = {
  "/components/Amount/cell#AmountCell": AmountCell_36838e1ec5708cbd004fcac1f836bd72,
  "/components/Amount/field#AmountField": AmountField_c30e031fd702b153301215c4e0bb1892,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/components/FilePage#FilePage": FilePage_61ae1ca64113c1efa0d89619c6fb2b6f,
  "/components/JSONText#JSONText": JSONText_b6d7534b20a785fb9d939940bb015702,
  "/components/cells/CauseCell#CauseCell": CauseCell_1a80da0ea971b7d488cb33810b1078cc,
  "/components/CauseField#CauseField": CauseField_88df88c8b6a812c06965ee2a65a3061d,
  "/plugins/payments/components/CardLinkField#CardLinkField": CardLinkField_e62a14a222aba5fdde8bad3087173ada,
  "/plugins/payments/components/MeansField#MeansField": MeansField_491bfbea5c02bab73ebc3a6e4c83899d,
  "/components/cells/ExpiryCell#ExpiryCell": ExpiryCell_7ddc05847e10962c83338aee455d1b3e,
  "/components/ExpiryField#ExpiryField": ExpiryField_ae63f3cd41e7da0eca8d7b1a4cca9579,
  "/plugins/payments/components/RevokeField#RevokeField": RevokeField_a4af58d70bc22b996699a050896030a6,
  "/plugins/payments/sepa/components/MandateAccount#MandateAccount": MandateAccount_59ac132a909b0ebcf85cd3247fbbf058,
  "/plugins/payments/sepa/components/MandateReference#MandateReference": MandateReference_d40e983ade2ca8da486728d999582afc,
  "/plugins/payments/sepa/components/MandateIBAN#MandateIBAN": MandateIBAN_dfa77749afeba13d953fcf12a269a168,
  "/plugins/payments/sepa/components/MandateTools#MandateTools": MandateTools_a54a509ff42c92aa57ac0e1d0c32832e,
  "/components/cells/YesNoCell#YesNoCell": YesNoCell_5273f4775816a1134772d7b672697edf,
  "/components/VenueSeatMap#VenueSeatMapView": VenueSeatMapView_b8173050cc624802bc6e3dcc96c0361b,
  "/plugins/renewal/components/CheckPanel#CheckPanel": CheckPanel_1ab9b781955f29c0c6b4e4780dcddf63,
  "/plugins/renewal/components/MappingRowLabel#MappingRowLabel": MappingRowLabel_d5fa6a4fa7257a01cf6b8cb94364f36c,
  "/plugins/renewal/components/StartControls#StartControls": StartControls_de7d0ef05f74b541a746cc1acd3568e8,
  "/plugins/renewal/views/BatchesList#BatchesList": BatchesList_2a3fb38dbb786d29ca3db3425efd9d99,
  "/plugins/subscriber-import/components/ImportPanel#ImportPanel": ImportPanel_3ffc3c797737f9bc789a2d0b5cbb6cd9,
  "/components/cells/RunKindCell#RunKindCell": RunKindCell_6619b352b041d56b640034585d6cc2aa,
  "/components/RunPage#RunPage": RunPage_155c6e0b26b4aefca4a990f8f7af5d95,
  "/components/OutboxDecision#OutboxDecision": OutboxDecision_c7dc5b26fe15ba29f2e04c0535d8c35e,
  "/components/cells/NounCell#NounCell": NounCell_f7be7dfbf67d5e2bd8b47c8a5b21426f,
  "/components/cells/AuthorCell#AuthorCell": AuthorCell_10094c36880fa5939db2bba1eb476775,
  "/components/JournalPage#JournalPage": JournalPage_2c286d6d0ef3fedc3b84d6050af721e7,
  "/plugins/payments/components/WithdrawLink#WithdrawLink": WithdrawLink_3d80555c9164fd6dfc311e7bbc4228a3,
  "/components/MailTextPanel#MailTextPanel": MailTextPanel_3082a4b89fbb210a36e35f70b6b5b9ee,
  "/components/Brand/Icon#BrandIcon": BrandIcon_99e92778bd4fac64f47ce20c43bed673,
  "/components/Brand/Logo#BrandLogo": BrandLogo_916eb612e9f601e5b291450eb0853f62,
  "/plugins/payments/components/FailedPaymentsLink#FailedPaymentsLink": FailedPaymentsLink_bef41cac85dd75748e441698f403f946,
  "/plugins/payments/sepa/components/DebitsLink#DebitsLink": DebitsLink_7fe7dbcf60d109fcc8a17923397f1ce4,
  "/plugins/renewal/components/LatestRuns#LatestRuns": LatestRuns_d06740e412b6b0a3724ab8969c6ebf61,
  "/plugins/renewal/views/BatchesView#BatchesView": BatchesView_b2c4814a3b9874411947fb8576052446,
  "/plugins/payments/views/FailedPaymentsView#FailedPaymentsView": FailedPaymentsView_0e8333e87a3aa0f940f5171f072fd291,
  "/plugins/payments/sepa/views/DebitsView#DebitsView": DebitsView_73204d728c3e2160540485094513ffde,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1,
  "/plugins/renewal/components/RunActions#RunActions": RunActions_2a499cd8a84516a6a0154e124e59ee1a,
  "/plugins/renewal/components/UndoActions#UndoActions": UndoActions_3418fcd60360204df414af2cc0d43ff4,
  "/plugins/subscriber-import/components/RunActions#RunActions": RunActions_6a115e89bc220aaf4dd70e3f9fac651a,
  "/plugins/payments/components/BookPayment#BookPayment": BookPayment_9773be6f747a8eae0b7c8ea91728712c,
  "/plugins/payments/components/RefundPayment#RefundPayment": RefundPayment_c8499bc34bb9bc8f328658b131de257a,
  "/plugins/payments/components/TakeBackPayment#TakeBackPayment": TakeBackPayment_79577bc6150c22eb46fd2826c437fa3c
}
