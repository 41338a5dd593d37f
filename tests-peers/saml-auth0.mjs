// A SAML 2.0 identity provider on npm's samlp, and a WS-Federation token service on npm's wsfed, both by Auth0.
//
// key=BASE64 (PKCS #8 in PEM), certificate=BASE64 (PEM), name=NAME, mail=ADDRESS, acs=ADDRESS, and for SAML
// signer=BASE64 (the service provider's certificate in PEM), encrypt=BASE64 (the same, to encrypt for), response=yes to sign the answer too.
// They need no password: whoever comes is `name`. /saml/FederationMetadata/2007-06/FederationMetadata.xml, /saml/sso;
// /wsfed/FederationMetadata/2007-06/FederationMetadata.xml, /wsfed.
import { createServer } from 'node:http';
import { createPublicKey } from 'node:crypto';
import { listen, needed, options, say } from './peer.mjs';
import samlp from 'samlp';
import wsfed from 'wsfed';

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
  const saml = samlp.auth({
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
  });
  const federation = wsfed.auth({ ...common, getPostURL: (_realm, _reply, _call, done) => done(null, needed('acs')) });
  const described = {
    '/saml/FederationMetadata/2007-06/FederationMetadata.xml': samlp.metadata({
      ...common, redirectEndpointPath: '/saml/sso', postEndpointPath: '/saml/sso', logoutEndpointPaths: {},
    }),
    '/wsfed/FederationMetadata/2007-06/FederationMetadata.xml': wsfed.metadata({ ...common, endpointPath: '/wsfed' }),
    '/saml/sso': saml,
    '/wsfed': federation,
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
