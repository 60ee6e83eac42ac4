import { readVariable, readYesNo } from './environmentVariables'
import { SetupError } from './SetupError'

/** S3-compatible storage, as its client wants it described. */
export type ObjectStorage = {
  accessKeyID: string
  bucket: string
  /** `undefined` for Amazon's own. */
  endpoint: string | undefined
  /** Whether the bucket stands in the path of an address instead of in front of its host. */
  forcePathStyle: boolean
  region: string
  secretAccessKey: string
}

const REQUIRED = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
const FURTHER = ['S3_ENDPOINT', 'S3_REGION', 'S3_FORCE_PATH_STYLE'] as const

/**
 * Where uploaded files lie, when that is not a folder.
 *
 * @returns `undefined` when no variable of it is given
 * @throws SetupError when only some are, or one makes no sense
 */
export const objectStorage = (): ObjectStorage | undefined => {
  const missing = REQUIRED.filter((name) => !readVariable(name))
  const given = [...REQUIRED, ...FURTHER].filter((name) => readVariable(name))
  if (!given.length) return undefined
  if (missing.length)
    throw new SetupError(
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing, but ${given[0]} is given. Storage on S3 needs ${REQUIRED.join(', ')}; without any of the S3_ variables files are kept in UPLOAD_FOLDER.`,
    )
  const endpoint = endpointOf(readVariable('S3_ENDPOINT'))
  const region = readVariable('S3_REGION')
  if (!endpoint && !region)
    throw new SetupError(
      'S3_REGION is missing. Give the region of the bucket, as in eu-central-1, or S3_ENDPOINT for storage that is not Amazon’s.',
    )
  return {
    accessKeyID: readVariable('S3_ACCESS_KEY_ID')!,
    bucket: bucketOf(readVariable('S3_BUCKET')!),
    endpoint,
    // What stands in for Amazon's rarely has a name for each bucket.
    forcePathStyle: readYesNo('S3_FORCE_PATH_STYLE', Boolean(endpoint)),
    region: region ?? 'us-east-1',
    secretAccessKey: readVariable('S3_SECRET_ACCESS_KEY')!,
  }
}

const endpointOf = (given: string | undefined): string | undefined => {
  if (!given) return undefined
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new SetupError(
      `S3_ENDPOINT is "${given}". Give the whole address of the storage, as in https://s3.example.org`,
    )
  return given.replace(/\/+$/, '')
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const bucketOf = (given: string): string => {
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(given)) return given
  throw new SetupError(
    `S3_BUCKET is "${given}". A bucket has 3 to 63 lower-case letters, digits, dots and hyphens; it is a name, not an address.`,
  )
}
