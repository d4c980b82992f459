/**
 * Asks the browser for passkeys. Options come as the JSON of WebAuthn §5.1.8 and §5.1.10, answers go back as the JSON of
 * §5.1; in between the browser wants bytes where JSON has base64url.
 */
const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const toText = (buffer) =>
  btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const descriptors = (list) => list.map((each) => ({ ...each, id: toBytes(each.id) }));

/** The browser answers one question at a time: a new one takes the place of one that is still open. */
let open = new AbortController();

const ask = async (question, read) => {
  if (!window.PublicKeyCredential || !navigator.credentials) {
    return { trouble: 'NotSupportedError' };
  }
  open.abort();
  open = new AbortController();
  try {
    const credential = await question(open.signal);
    return {
      answer: JSON.stringify({
        id: credential.id,
        rawId: toText(credential.rawId),
        type: credential.type,
        authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
        clientExtensionResults: {},
        response: read(credential.response),
      }),
    };
  } catch (error) {
    return { trouble: error.name };
  }
};

window.sekishoPasskey = {
  create(options) {
    const publicKey = JSON.parse(options);
    publicKey.challenge = toBytes(publicKey.challenge);
    publicKey.user.id = toBytes(publicKey.user.id);
    publicKey.excludeCredentials = descriptors(publicKey.excludeCredentials);
    return ask(
      (signal) => navigator.credentials.create({ publicKey, signal }),
      (response) => ({
        clientDataJSON: toText(response.clientDataJSON),
        attestationObject: toText(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      }),
    );
  },

  get(options) {
    const publicKey = JSON.parse(options);
    publicKey.challenge = toBytes(publicKey.challenge);
    publicKey.allowCredentials = descriptors(publicKey.allowCredentials);
    return ask(
      (signal) => navigator.credentials.get({ publicKey, signal }),
      (response) => ({
        clientDataJSON: toText(response.clientDataJSON),
        authenticatorData: toText(response.authenticatorData),
        signature: toText(response.signature),
        userHandle: response.userHandle ? toText(response.userHandle) : undefined,
      }),
    );
  },
};
