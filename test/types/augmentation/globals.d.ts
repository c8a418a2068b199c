export {};

declare global {
  interface CustomJwtSessionClaims {
    metadata: { onboardingComplete?: boolean };
    locale?: 'de' | 'en';
  }

  interface ClerkAppUser {
    id: string;
    plan: 'free' | 'pro';
  }

  interface ClerkAuthorization {
    permission: 'org:invoices:create' | 'org:invoices:delete';
    role: 'org:admin' | 'org:member';
  }
}
