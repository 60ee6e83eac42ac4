'use client'

import { Button, useConfig } from '@payloadcms/ui'

import { useDebitText } from './useDebitText'

/** Downloads a released file, the same bytes each time. */
export const DownloadLink = ({ fileID }: { fileID: string }) => {
  const { config } = useConfig()
  return (
    <Button
      el="anchor"
      margin={false}
      size="small"
      url={`${config.serverURL}${config.routes.api}/payment/debits/${fileID}/file`}
    >
      {useDebitText()('download')}
    </Button>
  )
}
