const by = (name) => document.querySelector(`[data-test=${name}]`);
by("file").onchange = async (e) => { const parts = []; for (const f of e.target.files) parts.push(f.name + "=" + await f.text()); by("out").textContent = parts.join("|"); };
by("download").onclick = () => {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(new Blob([by("input").value], { type: "application/x-pem-file" }));
  a.download = "fullchain.pem"; document.body.append(a); a.click(); a.remove();
};
by("copy").onclick = () => navigator.clipboard.writeText(by("input").value).then(() => by("out").textContent = "copied", (e) => by("out").textContent = "refused " + e);
