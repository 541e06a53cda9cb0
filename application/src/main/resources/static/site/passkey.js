// Passkeys need the browser's help: without this file their pages say so, and offer the other ways.
const decoded = text =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), character => character.charCodeAt(0));

const encoded = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const named = list => (list ?? []).map(one => ({ ...one, id: decoded(one.id) }));

async function made(options) {
  const passkey = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decoded(options.challenge),
      user: { ...options.user, id: decoded(options.user.id) },
      excludeCredentials: named(options.excludeCredentials),
    },
  });
  return answer(passkey, {
    attestationObject: encoded(passkey.response.attestationObject),
    transports: passkey.response.getTransports?.() ?? [],
  });
}

async function proved(options) {
  const passkey = await navigator.credentials.get({
    publicKey: { ...options, challenge: decoded(options.challenge), allowCredentials: named(options.allowCredentials) },
  });
  const { authenticatorData, signature, userHandle } = passkey.response;
  return answer(passkey, {
    authenticatorData: encoded(authenticatorData),
    signature: encoded(signature),
    ...(userHandle ? { userHandle: encoded(userHandle) } : {}),
  });
}

function answer(passkey, response) {
  return JSON.stringify({
    id: passkey.id,
    rawId: encoded(passkey.rawId),
    type: passkey.type,
    response: { clientDataJSON: encoded(passkey.response.clientDataJSON), ...response },
    clientExtensionResults: {},
  });
}

for (const part of document.querySelectorAll("[data-passkey-options]")) {
  if (!window.PublicKeyCredential) {
    continue;
  }
  const form = part.querySelector("form");
  const failed = part.querySelector("[data-passkey-failed]");
  const button = form.querySelector("button");
  part.querySelector("[data-passkey-needs]").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if ([...form.querySelectorAll("input[type=text]")].some(field => !field.value.trim())) {
      // The page will say what is missing; a passkey that is not kept here must not be made.
      form.submit();
      return;
    }
    failed.hidden = true;
    button.disabled = true;
    try {
      const options = JSON.parse(part.dataset.passkeyOptions);
      form.elements.answer.value = await (options.user ? made(options) : proved(options));
      form.submit();
    } catch {
      // The browser says why in words of its own; ours says what to do.
      failed.hidden = false;
      button.disabled = false;
    }
  });
}
