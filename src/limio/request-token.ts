/** What Limio Support hands out for a tenant. */
export interface Credentials {
  clientId: string;
  clientSecret: string;
}
