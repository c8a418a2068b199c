import { apiError } from '../api-errors.js';
import type { OperationCall } from '../http/local-api.js';
import type { UploadedFile } from './request-encoding.js';

const IMAGE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/x-icon',
  'image/vnd.microsoft.icon',
];

/**
 * The picture in a body: the part `file` of a form, or the body itself.
 *
 * @throws {@link ClerkAPIResponseError} 400 without a picture, or for a file of another kind
 */
export function requiredImage({ file }: OperationCall['body']): UploadedFile {
  if (!isFile(file) || file.bytes.length === 0) {
    throw apiError(
      400,
      'form_param_missing',
      'Image file missing',
      'There was no image file in the request.',
    );
  }
  // ClerkJS sends a data URL as a body of its own, without the media type of the picture.
  if (file.mediaType !== 'application/octet-stream' && !IMAGE_TYPES.includes(file.mediaType)) {
    throw apiError(
      400,
      'request_body_invalid',
      'Request body invalid',
      `'${file.mediaType}' is not a supported type of picture. Send JPEG, PNG, GIF or WebP.`,
    );
  }
  return file;
}

function isFile(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && 'bytes' in value && 'mediaType' in value;
}
