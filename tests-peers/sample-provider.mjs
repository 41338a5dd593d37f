// Two identity providers to try single sign-on with, on this machine only: OpenID Connect on npm's oidc-provider, SAML 2.0 on
// npm's samlify. Both know the same people of the demo, and ask for no password.
//
// talang=ADDRESS (of the tenant), port=NUMBER (OpenID Connect; SAML is on the next one), person=LOGIN|NAME …,
// openid=CODE, saml=CODE (of the providers on Talang's pages).
// For docs/admin-guide/identity-providers.md; `cargo xtask provider` starts it.
import { createServer } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { needed, options, say } from './peer.mjs';
import { Provider } from 'oidc-provider';
import samlify from 'samlify';
import forge from 'node-forge';

const talang = needed('talang').replace(/\/$/, '');
const port = Number(needed('port'));
const people = [needed('person')].flat().map((text) => {
  const [login, name] = text.split('|');
  return { login, name };
});
const CLIENT = 'talang';
const SECRET = 'a secret of the sample provider';
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The page on which somebody says who they are. */
function question(response, action, hidden) {
  const inputs = Object.entries(hidden).map(([n, v]) => `<input type="hidden" name="${n}" value="${escaped(v)}">`).join('');
  const buttons = people
    .map(({ login, name }) => `<p><button name="login" value="${escaped(login)}">${escaped(name)}</button></p>`)
    .join('');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="en"><title>Sample provider</title><meta name="viewport" content="width=device-width">
<h1>Sample provider</h1><p>Who are you?</p><form method="post" action="${escaped(action)}">${inputs}${buttons}</form></html>`);
}

/** Browsers ask for an icon; whether that was all. */
function iconless(request, response) {
  if (request.url !== '/favicon.ico') return false;
  response.statusCode = 204;
  response.end();
  return true;
}

/** The fields of a form. */
function fields(request) {
  return new Promise((done) => {
    let body = '';
    request.on('data', (part) => { body += part; });
    request.on('end', () => done(new URLSearchParams(body)));
  });
}

function openid() {
  const issuer = `http://localhost:${port}`;
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const provider = new Provider(issuer, {
    clients: [{
      client_id: CLIENT,
      client_secret: SECRET,
      redirect_uris: [`${talang}/sso/${needed('openid')}/oidc`],
      post_logout_redirect_uris: [`${talang}/sign-in`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    }],
    jwks: { keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid: randomUUID() }] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><html lang="en"><title>Sample provider</title><h1>Sample provider</h1>${form}
<button name="logout" value="yes" form="op.logoutForm">Sign out here too</button></html>`;
        },
      },
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => {
      const found = people.find(({ login }) => login === sub);
      return found && {
        accountId: sub,
        claims: () => ({ sub, name: found.name, preferred_username: sub, email: sub, email_verified: true }),
      };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60 },
  });
  const callback = provider.callback();
  createServer(async (request, response) => {
    if (iconless(request, response)) return undefined;
    if (!/^\/interaction\/[\w-]+$/.test(request.url)) return callback(request, response);
    if (request.method === 'GET') return question(response, request.url, {});
    const login = (await fields(request)).get('login');
    return provider.interactionFinished(request, response, { login: { accountId: login } }).catch((problem) => {
      response.statusCode = 400;
      response.end(String(problem));
    });
  }).listen(port, 'localhost');
  return issuer;
}

/** A new key with its certificate, for as long as this program runs. */
function identity() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = '01';
  certificate.validity.notAfter = new Date(Date.now() + 365 * 86_400_000);
  const name = [{ name: 'commonName', value: 'Sample provider' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return { privateKey, signingCert: forge.pki.certificateToPem(certificate) };
}

function saml() {
  samlify.setSchemaValidator({ validate: async () => 'not checked' });
  const base = `http://localhost:${port + 1}`;
  const here = `${talang}/sso/${needed('saml')}`;
  const { namespace } = samlify.Constants;
  const { SamlLib } = samlify;
  const format = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
  const sp = samlify.ServiceProvider({
    entityID: here,
    wantAssertionsSigned: true,
    assertionConsumerService: [{ Binding: namespace.binding.post, Location: `${here}/acs` }],
  });
  const idp = samlify.IdentityProvider({
    entityID: `${base}/metadata`,
    ...identity(),
    requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    nameIDFormat: [format],
    singleSignOnService: [{ Binding: namespace.binding.redirect, Location: `${base}/sso` }],
    loginResponseTemplate: {
      context: SamlLib.defaultLoginResponseTemplate.context.replace(
        '{AuthnStatement}',
        '<saml:AuthnStatement AuthnInstant="{IssueInstant}" SessionIndex="{SessionIndex}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>',
      ),
      attributes: [],
    },
  });
  const answer = (login, request) => idp.createLoginResponse(sp, { extract: { request: { id: request } } }, 'post', {}, (template) => {
    const id = `_${randomUUID()}`;
    const [now, later] = [0, 5 * 60_000].map((more) => new Date(Date.now() + more).toISOString());
    const values = {
      ID: id, AssertionID: `_${randomUUID()}`, Destination: `${here}/acs`, Audience: here, SubjectRecipient: `${here}/acs`,
      Issuer: idp.entityMeta.getEntityID(), IssueInstant: now, ConditionsNotBefore: now, ConditionsNotOnOrAfter: later,
      SubjectConfirmationDataNotOnOrAfter: later, SessionIndex: `s${randomUUID()}`,
      StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success', NameIDFormat: format, NameID: login, InResponseTo: request,
    };
    return { id, context: SamlLib.replaceTagsByValue(template, values) };
  });
  createServer(async (request, response) => {
    if (iconless(request, response)) return undefined;
    const url = new URL(request.url, base);
    try {
      if (url.pathname === '/metadata') {
        response.setHeader('content-type', 'text/xml');
        return response.end(idp.getMetadata());
      }
      if (url.pathname === '/sso' && request.method === 'GET') {
        const asked = await idp.parseLoginRequest(sp, 'redirect', { query: Object.fromEntries(url.searchParams) });
        return question(response, '/sso', { request: asked.extract.request.id });
      }
      if (url.pathname === '/sso') {
        const form = await fields(request);
        const made = await answer(form.get('login'), form.get('request'));
        response.setHeader('content-type', 'text/html; charset=utf-8');
        return response.end(`<!doctype html><html lang="en"><title>Sample provider</title><body onload="document.forms[0].submit()">
<form method="post" action="${here}/acs"><input type="hidden" name="SAMLResponse" value="${made.context}"><button>Go on</button></form></html>`);
      }
      response.statusCode = 404;
      return response.end();
    } catch (problem) {
      response.statusCode = 400;
      return response.end(String(problem?.stack ?? problem));
    }
  }).listen(port + 1, 'localhost');
  return `${base}/metadata`;
}

const [issuer, metadata] = [openid(), saml()];
say(`
Two sample providers are running for ${talang}; they end with this command.
They know ${people.map(({ login }) => login).join(' and ')}, and ask for no password.

OpenID Connect, code ${options.openid}
  Issuer             ${issuer}
  Client identifier  ${CLIENT}
  Client secret      ${SECRET}
SAML 2.0, code ${options.saml}
  Metadata           ${metadata}
`);
// Ends with whoever started it.
process.stdin.on('end', () => process.exit(0)).resume();
