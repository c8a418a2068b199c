import { decodeObject, type FieldMap } from '../transport/decode.js';

/** The signing certificate of a SAML identity provider. */
export interface SamlConnectionIdpCertificate {
  /** In PEM format. */
  readonly certificate: string;
  /** Unix time in milliseconds. */
  readonly issuedAt: number | null;
  /** Unix time in milliseconds. */
  readonly expiresAt: number | null;
}

/** The JSON of {@link SamlConnectionIdpCertificate}. */
export interface SamlConnectionIdpCertificateJSON {
  certificate: string;
  issued_at: number | null;
  expires_at: number | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeSamlConnectionIdpCertificate(json: unknown): SamlConnectionIdpCertificate {
  return decodeObject<SamlConnectionIdpCertificate>(json, SAML_CONNECTION_IDP_CERTIFICATE_FIELDS);
}

const SAML_CONNECTION_IDP_CERTIFICATE_FIELDS: FieldMap<SamlConnectionIdpCertificate> = {
  certificate: 'certificate',
  issuedAt: 'issued_at',
  expiresAt: 'expires_at',
};
