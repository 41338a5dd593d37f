// A SAML 2.0 identity provider on npm's samlify.
//
// key=BASE64 (PKCS #8 in PEM), certificate=BASE64 (PEM), metadata=BASE64 (the service provider's), name=NAME, mail=ADDRESS,
// encrypt=yes. It signs answers and assertions, checks the signatures of requests, and needs no password: whoever comes is
// `name`. /metadata, /sso (redirect binding), /slo (redirect binding).
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { listen, needed, options, say } from './peer.mjs';
import samlify from 'samlify';

const text = (name) => Buffer.from(needed(name), 'base64').toString();
samlify.setSchemaValidator({ validate: async () => 'not checked' });
const { namespace } = samlify.Constants;
const { SamlLib } = samlify;
const format = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

const server = createServer();
listen(server, async (port) => {
  const base = `http://127.0.0.1:${port}`;
  const sp = samlify.ServiceProvider({ metadata: text('metadata'), wantLogoutRequestSigned: true });
  const idp = samlify.IdentityProvider({
    entityID: `${base}/metadata`,
    privateKey: text('key'),
    signingCert: text('certificate'),
    requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    wantAuthnRequestsSigned: true,
    wantLogoutRequestSigned: true,
    isAssertionEncrypted: options.encrypt === 'yes',
    dataEncryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
    keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
    nameIDFormat: [format],
    singleSignOnService: [{ Binding: namespace.binding.redirect, Location: `${base}/sso` }],
    singleLogoutService: [{ Binding: namespace.binding.redirect, Location: `${base}/slo` }],
    loginResponseTemplate: {
      context: SamlLib.defaultLoginResponseTemplate.context.replace(
        '{AuthnStatement}',
        '<saml:AuthnStatement AuthnInstant="{IssueInstant}" SessionIndex="{SessionIndex}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>',
      ),
      attributes: [{ name: 'mail', valueTag: 'user.mail', nameFormat: 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic', valueXsiType: 'xs:string' }],
    },
  });
  const page = (response, action, fields) => {
    const inputs = Object.entries(fields).map(([n, v]) => `<input type="hidden" name="${n}" value="${v}">`).join('');
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><form method="post" action="${action}">${inputs}<button>Go on</button></form>`);
  };
  const read = (url) => {
    const query = Object.fromEntries(url.searchParams);
    // Signatures cover the characters of the address.
    const parts = url.search.slice(1).split('&').filter((part) => !part.startsWith('Signature='));
    return { query, octetString: parts.join('&') };
  };
  server.on('request', async (request, response) => {
    const url = new URL(request.url, base);
    try {
      if (url.pathname === '/metadata') {
        response.setHeader('content-type', 'text/xml');
        return response.end(idp.getMetadata());
      }
      if (url.pathname === '/sso') {
        const asked = await idp.parseLoginRequest(sp, 'redirect', read(url));
        say(`asked ${asked.extract.request.id}`);
        const session = `s${randomUUID()}`;
        say(`session ${session}`);
        const acs = sp.entityMeta.getAssertionConsumerService('post');
        const made = await idp.createLoginResponse(sp, asked, 'post', {}, (template) => {
          const id = `_${randomUUID()}`;
          const [now, later] = [0, 5 * 60_000].map((more) => new Date(Date.now() + more).toISOString());
          return {
            id,
            context: SamlLib.replaceTagsByValue(template, {
              ID: id,
              AssertionID: `_${randomUUID()}`,
              Destination: acs,
              Audience: sp.entityMeta.getEntityID(),
              SubjectRecipient: acs,
              Issuer: idp.entityMeta.getEntityID(),
              IssueInstant: now,
              ConditionsNotBefore: now,
              ConditionsNotOnOrAfter: later,
              SubjectConfirmationDataNotOnOrAfter: later,
              SessionIndex: session,
              StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
              NameIDFormat: format,
              NameID: needed('name'),
              InResponseTo: asked.extract.request.id,
              attrUserMail: options.mail ?? '',
            }),
          };
        }, false, url.searchParams.get('RelayState') ?? '');
        return page(response, acs, { SAMLResponse: made.context });
      }
      if (url.pathname === '/slo') {
        const asked = await idp.parseLogoutRequest(sp, 'redirect', read(url));
        say(`logout ${asked.extract.nameID} ${asked.extract.sessionIndex}`);
        const made = idp.createLogoutResponse(sp, asked, 'redirect', url.searchParams.get('RelayState') ?? '');
        response.statusCode = 302;
        response.setHeader('location', made.context);
        return response.end();
      }
      if (url.pathname === '/end') {
        // The provider's own portal ends a session everywhere.
        const user = { logoutNameID: needed('name'), sessionIndex: url.searchParams.get('session') };
        const made = idp.createLogoutRequest(sp, 'redirect', user);
        response.statusCode = 302;
        response.setHeader('location', made.context);
        return response.end();
      }
      response.statusCode = 404;
      response.end();
    } catch (problem) {
      say(`refused ${problem?.message ?? problem}`);
      response.statusCode = 400;
      response.end(String(problem?.stack ?? problem));
    }
  });
});
