// An OpenID provider: npm's oidc-provider, certified by the OpenID Foundation.
//
// client=ID, secret=TEXT (or jwks=JSON for private_key_jwt), redirect=URI …, logout-redirect=URI …,
// back-channel=URI, account=JSON … ({"sub": "…", other claims}), algorithm=RS256|PS256|ES256|EdDSA|Ed25519.
// Its sign-in page is a form with the field `login`; whoever is named there is signed in without further question.
import { createServer } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { listen, needed, options, say } from './peer.mjs';
import { Provider } from 'oidc-provider';

const list = (name) => (name in options ? [options[name]].flat() : []);
const accounts = new Map(list('account').map((text) => JSON.parse(text)).map((claims) => [claims.sub, claims]));
const algorithm = options.algorithm ?? 'RS256';

function key(alg) {
  const type = alg.startsWith('ES') ? ['ec', { namedCurve: alg === 'ES384' ? 'P-384' : 'P-256' }]
    : alg.startsWith('Ed') ? ['ed25519', {}] : ['rsa', { modulusLength: 2048 }];
  const jwk = generateKeyPairSync(...type).privateKey.export({ format: 'jwk' });
  return { ...jwk, use: 'sig', alg, kid: randomUUID() };
}

const server = createServer();
listen(server, async (port) => {
  const issuer = `http://127.0.0.1:${port}`;
  const client = {
    client_id: needed('client'),
    redirect_uris: list('redirect'),
    post_logout_redirect_uris: list('logout-redirect'),
    response_types: ['code'],
    grant_types: ['authorization_code'],
    id_token_signed_response_alg: algorithm,
    ...('jwks' in options
      ? { token_endpoint_auth_method: 'private_key_jwt', jwks: JSON.parse(options.jwks) }
      : { token_endpoint_auth_method: options.method ?? 'client_secret_basic', client_secret: needed('secret') }),
    ...('back-channel' in options ? { backchannel_logout_uri: options['back-channel'], backchannel_logout_session_required: true } : {}),
  };
  const provider = new Provider(issuer, {
    clients: [client],
    jwks: { keys: [key(algorithm), ...(algorithm === 'RS256' ? [] : [key('RS256')])] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], profile: ['name', 'given_name', 'family_name', 'preferred_username', 'groups'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: options['claims-in-token'] !== 'yes',
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        // The page asks; the test answers at once with the field `logout`.
        logoutSource: (ctx, form) => { ctx.body = `<!doctype html>${form}<button name="logout" value="yes" form="op.logoutForm">Sign out</button>`; },
      },
    },
    // It would call no address of this machine; here nothing else is called.
    fetch: (url, { dispatcher: _, ...more }) => globalThis.fetch(url, more),
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => accounts.has(sub) && { accountId: sub, claims: () => accounts.get(sub) },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60 },
  });
  for (const event of ['server_error', 'backchannel.error', 'backchannel.success', 'grant.error', 'authorization.error']) {
    provider.on(event, (ctx, problem) => say(`${event} ${problem?.message ?? ''} ${problem?.error_description ?? ''}`.trim()));
  }
  const callback = provider.callback();
  server.on('request', (request, response) => {
    const interaction = request.url.match(/^\/interaction\/([\w-]+)$/);
    if (!interaction) return callback(request, response);
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html');
      return response.end('<!doctype html><form method="post"><input name="login"><button>Sign in</button></form>');
    }
    let body = '';
    request.on('data', (part) => { body += part; });
    request.on('end', () => {
      const login = new URLSearchParams(body).get('login');
      const found = [...accounts.values()].find((claims) => [claims.sub, claims.preferred_username].includes(login));
      const result = found
        ? { login: { accountId: found.sub } }
        : { error: 'access_denied', error_description: 'nobody of this name' };
      provider.interactionFinished(request, response, result).catch((problem) => {
        response.statusCode = 400;
        response.end(String(problem));
      });
    });
  });
});
