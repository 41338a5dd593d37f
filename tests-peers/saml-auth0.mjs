// A SAML 2.0 identity provider on npm's samlp, and a WS-Federation token service on npm's wsfed, both by Auth0.
//
// key=BASE64 (PKCS #8 in PEM), certificate=BASE64 (PEM), name=NAME, mail=ADDRESS, acs=ADDRESS, and for SAML
// signer=BASE64 (the service provider's certificate in PEM), encrypt=BASE64 (the same, to encrypt for), response=yes to sign the answer too.
// audience=NAME (who the portal's answers are for). They need no password: whoever comes is `name`.
// /saml/FederationMetadata/2007-06/FederationMetadata.xml, /saml/sso, /saml/portal (a sign-in that begins here);
// /wsfed/FederationMetadata/2007-06/FederationMetadata.xml, /wsfed (SAML 1.1 tokens), /wsfed20 (SAML 2.0 tokens).
import { createServer } from 'node:http';
import { createPublicKey } from 'node:crypto';
import { listen, needed, options, say } from './peer.mjs';
import samlp from 'samlp';
import wsfed from 'wsfed';
import saml from 'saml';

const text = (name) => Buffer.from(needed(name), 'base64').toString();
const user = {
  id: needed('name'),
  displayName: 'Ana Costa',
  name: { familyName: 'Costa', givenName: 'Ana' },
  emails: [{ value: options.mail ?? '' }],
};

const server = createServer();
listen(server, async (port) => {
  const base = `http://127.0.0.1:${port}`;
  const common = {
    issuer: 'urn:auth0-peer',
    key: text('key'),
    cert: text('certificate'),
    getUserFromRequest: () => user,
    signatureAlgorithm: 'rsa-sha256',
    digestAlgorithm: 'sha256',
  };
  const spoken = {
    ...common,
    destination: needed('acs'),
    recipient: needed('acs'),
    sessionIndex: 'session-1',
    signResponse: options.response === 'yes',
    getPostURL: (_audience, _request, _call, done) => done(null, needed('acs')),
    ...('signer' in options ? { signingCert: text('signer') } : {}),
    ...('encrypt' in options
      ? {
        encryptionCert: text('encrypt'),
        encryptionPublicKey: createPublicKey(text('encrypt')).export({ type: 'spki', format: 'pem' }),
        encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
      }
      : {}),
  };
  const getPostURL = (_realm, _reply, _call, done) => done(null, needed('acs'));
  // The package has tokens of SAML 1.1 only; the other kind is made by the package that it makes those with.
  const newer = (response, address, context) => {
    const { query } = response.req;
    const token = { ...common, audiences: query.wtrealm, recipient: address, nameIdentifier: user.id, lifetimeInSeconds: 300, attributes: {} };
    saml.Saml20.create(token, (problem, assertion) => {
      const trust = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';
      const result = `<t:RequestSecurityTokenResponseCollection xmlns:t="${trust}"><t:RequestSecurityTokenResponse><t:RequestedSecurityToken>${assertion ?? problem}</t:RequestedSecurityToken></t:RequestSecurityTokenResponse></t:RequestSecurityTokenResponseCollection>`;
      const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
      const inputs = Object.entries({ wa: 'wsignin1.0', wresult: result, wctx: context ?? '' }).map(([n, v]) => `<input type="hidden" name="${n}" value="${escaped(v)}">`);
      response.end(`<!doctype html><form method="post" action="${address}">${inputs.join('')}<button>Go on</button></form>`);
    });
  };
  const described = {
    '/saml/FederationMetadata/2007-06/FederationMetadata.xml': samlp.metadata({
      ...common, redirectEndpointPath: '/saml/sso', postEndpointPath: '/saml/sso', logoutEndpointPaths: {},
    }),
    '/wsfed/FederationMetadata/2007-06/FederationMetadata.xml': wsfed.metadata({ ...common, endpointPath: '/wsfed' }),
    '/saml/sso': samlp.auth({ ...spoken }),
    '/saml/portal': samlp.auth({ ...spoken, audience: options.audience }),
    '/wsfed': wsfed.auth({ ...common, getPostURL }),
    '/wsfed20': wsfed.auth({ ...common, getPostURL, responseHandler: newer }),
  };
  server.on('request', (request, response) => {
    const url = new URL(request.url, base);
    // What these middlewares know of Express.
    request.query = Object.fromEntries(url.searchParams);
    request.originalUrl = request.url;
    request.protocol = 'http';
    response.set = (name, value) => response.setHeader(name, value);
    response.send = (...parts) => {
      if (typeof parts[0] === 'number') response.statusCode = parts.shift();
      response.end(String(parts[0] ?? ''));
    };
    const failed = (problem) => {
      say(`refused ${problem?.message ?? problem}`);
      response.statusCode = 400;
      response.end(String(problem?.stack ?? problem));
    };
    const handler = described[url.pathname];
    if (!handler) {
      response.statusCode = 404;
      return response.end();
    }
    try {
      handler(request, response, failed);
    } catch (problem) {
      failed(problem);
    }
  });
});
