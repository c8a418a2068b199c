/** How a user last signed in from a client. */
export type LastAuthenticationStrategy =
  | 'email_address'
  | 'email_code'
  | 'email_link'
  | 'password'
  | 'phone_code'
  | 'username'
  | `oauth_${OAuthProviderName}`
  | `web3_${'base' | 'coinbase_wallet' | 'metamask' | 'okx_wallet' | 'solana'}_signature`;

/** An OAuth provider. Custom providers begin with `custom_`. */
export type OAuthProviderName =
  | 'agentid'
  | 'apple'
  | 'atlassian'
  | 'bitbucket'
  | 'box'
  | 'coinbase'
  | 'discord'
  | 'dropbox'
  | 'enstall'
  | 'facebook'
  | 'github'
  | 'gitlab'
  | 'google'
  | 'hubspot'
  | 'huggingface'
  | 'instagram'
  | 'line'
  | 'linear'
  | 'linkedin'
  | 'linkedin_oidc'
  | 'microsoft'
  | 'notion'
  | 'slack'
  | 'spotify'
  | 'tiktok'
  | 'twitch'
  | 'twitter'
  | 'vercel'
  | 'x'
  | 'xero'
  | `custom_${string}`;
