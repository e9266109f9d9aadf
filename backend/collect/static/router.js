// Which view is shown; each registers itself, so that none has to know the others.

const views = new Map();
let leave = async () => {};

export const view = (name, render) => views.set(name, render);

/** What must be done before the view is left: saving what is typed. */
export const beforeLeaving = (act) => {
  leave = act;
};

export async function settle() {
  const act = leave;
  leave = async () => {};
  await act();
}

export async function go(name, ...told) {
  await settle();
  return views.get(name)(...told);
}
