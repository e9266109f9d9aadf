// What this phone keeps: only what is sealed, but for states and places in the queue. A promise that is kept
// means that it stands on the disk.

const NAME = "jindianzi-collect";
const VERSION = 1;
let opening = null;

function prepare(db) {
  db.createObjectStore("meta", { keyPath: "name" });
  db.createObjectStore("entries", { keyPath: "id" });
  db.createObjectStore("photos", { keyPath: "id" }).createIndex("entry", "entry");
}

function opened() {
  opening ||= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => prepare(request.result);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
  return opening;
}

/** `act(...stores)` may return a request; resolves with its result once the whole is written. */
export async function write(names, act) {
  const db = await opened();
  return new Promise((resolve, reject) => {
    const turn = db.transaction(names, "readwrite", { durability: "strict" });
    let result;
    turn.oncomplete = () => resolve(result && result.result);
    turn.onabort = () => reject(turn.error || new DOMException("aborted", "AbortError"));
    result = act(...names.map((name) => turn.objectStore(name)));
  });
}

async function read(name, ask) {
  const db = await opened();
  return new Promise((resolve, reject) => {
    const request = ask(db.transaction(name, "readonly").objectStore(name));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export const one = (name, key) => read(name, (store) => store.get(key));
export const all = (name) => read(name, (store) => store.getAll());
export const put = (name, value) => write([name], (store) => store.put(value));
export const drop = (name, key) => write([name], (store) => store.delete(key));

export const dropPhotos = (store, entry) => {
  store.index("entry").openKeyCursor(IDBKeyRange.only(entry)).onsuccess = ({ target }) => {
    if (!target.result) return;
    store.delete(target.result.primaryKey);
    target.result.continue();
  };
};

/** Takes everything off this phone. */
export async function wipe() {
  const db = await opened();
  db.close();
  opening = null;
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
}
