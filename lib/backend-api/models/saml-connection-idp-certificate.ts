import { decodeObject, type FieldMap } from '../transport/decode.js';

/** A certificate that a SAML identity provider signs with. */
export interface SamlConnectionIdpCertificate {
  /** In PEM. */
  readonly certificate: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number | null;
}

/** Reads the API's JSON. */
export function decodeSamlConnectionIdpCertificate(json: unknown): SamlConnectionIdpCertificate {
  return decodeObject<SamlConnectionIdpCertificate>(json, SAML_CONNECTION_IDP_CERTIFICATE_FIELDS);
}

const SAML_CONNECTION_IDP_CERTIFICATE_FIELDS: FieldMap<SamlConnectionIdpCertificate> = {
  certificate: 'certificate',
  issuedAt: 'issued_at',
  expiresAt: 'expires_at',
};
