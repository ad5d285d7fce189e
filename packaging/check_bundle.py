"""Runs the frozen program with an empty environment in another folder, and says whether it lives.

    python packaging/check_bundle.py [dist/shopdesk]

In: the folder that shopdesk.spec made. Out: one line for each check, the size and the time to start; the exit code is 0
only if all is well. Runs in the environment that the bundle was built in, because it asks what must be inside.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import pickle
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60.0
"""Seconds that the demo may take until its mail is found."""
LEAVING = 15.0
"""Seconds that engine and readers may take to leave once their window is gone."""
NOT_SHIPPED = (".ts", ".md")
WINDOWS, LINUX = sys.platform == "win32", sys.platform == "linux"
OUTSIDE = "/outside"
"""A library path of before the start; a browser that we open must find it unchanged."""
BACKENDS = ("Windows", "macOS", "libsecret", "SecretService", "kwallet", "chainer")
KEYCHAINS = {
    "win32": ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred"),
    "darwin": ("keyring.backends.macOS", "keyring.backends.macOS.api"),
}.get(sys.platform, ("keyring.backends.SecretService", "secretstorage", "jeepney.io.blocking"))
"""What keyring needs for the keychain of this system, and imports without a word when it is missing."""

Words = dict[int, str]
"""Process ids with their command lines."""


class Failure(Exception):
    """What is not well, as one sentence."""


class Bundle(NamedTuple):
    """A copy of the frozen program at a place where nothing else is."""

    folder: Path
    work: Path

    @property
    def inside(self) -> Path:
        """Where modules, libraries and resources lie."""
        return self.folder / "_internal"

    def command(self, *words: str, window: bool = False) -> list[str]:
        """The words that start it; with a window it is another program on Windows."""
        name = ("shopdesk.exe" if window else "shopdesk-cli.exe") if WINDOWS else "shopdesk"
        return [str(self.folder / name), *words]

    def run(self, *words: str, given: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
        """Run it to its end."""
        return subprocess.run(
            self.command(*words),
            input=given,
            capture_output=True,
            env=bare(**variables),
            cwd=self.work,
            timeout=PATIENCE,
            check=False,
        )

    def alive(self) -> Words:
        """All processes of this copy."""
        return {number: words for number, words in processes().items() if str(self.folder) in words}


def bare(**variables: str) -> dict[str, str]:
    """An environment with nothing in it but what Windows itself cannot do without."""
    needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if WINDOWS}
    return needed | {"QT_QPA_PLATFORM": "offscreen"} | variables


def processes() -> Words:
    """The processes of this computer, as far as we may see them."""
    if LINUX:
        return dict(_processes_of_linux())
    if WINDOWS:
        ask = "Get-CimInstance Win32_Process | ForEach-Object { \"$($_.ProcessId) $($_.CommandLine)\" }"
        command = ["powershell", "-NoProfile", "-Command", ask]
    else:
        command = ["ps", "-axww", "-o", "pid=,command="]
    lines = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace").splitlines()
    split = (line.strip().partition(" ") for line in lines)
    return {int(number): words for number, _, words in split if number.isdigit()}


def _processes_of_linux() -> Iterator[tuple[int, str]]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            yield int(folder.name), (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue  # it has just ended


# --- the checks ----------------------------------------------------------------------------------------


def says_its_version(bundle: Bundle) -> str:
    """`--version` answers."""
    began = time.monotonic()
    done = bundle.run("--version")
    took = time.monotonic() - began
    if done.returncode != 0 or not done.stdout.startswith(b"Shopdesk "):
        raise Failure(f"--version: exit code {done.returncode}, {_said(done)}")
    return f"{done.stdout.decode().strip()} in {took:.2f} s"


def has_all_resources(bundle: Bundle) -> str:
    """Every file of the resources is there, byte for byte."""
    files = [path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.suffix not in NOT_SHIPPED]
    for path in files:
        copy = bundle.inside / "resources" / path.relative_to(ROOT / "resources")
        if not copy.is_file() or copy.read_bytes() != path.read_bytes():
            raise Failure(f"{copy} is missing or another one; build anew")
    return f"{len(files)} files"


def finds_keyring_backends(bundle: Bundle) -> str:
    """A backend named in the environment is used: one takes the secret, one refuses it."""
    taken = _store_a_secret(bundle, "keyring.backends.null.Keyring", "null")
    refused = _store_a_secret(bundle, "keyring.backends.fail.Keyring", "fail")
    if taken.returncode != 0:
        raise Failure(f"the null backend: exit code {taken.returncode}, {_said(taken)}")
    if refused.returncode != 1 or b"keychain" not in refused.stderr.lower():
        raise Failure(f"the fail backend: exit code {refused.returncode}, {_said(refused)}")
    return "null and fail"


def has_everything_inside(bundle: Bundle) -> str:
    """Modules, migrations, charsets, certificates, translations and pictures, seen from inside."""
    modules, imported = own_modules(), imported_modules()
    order = bundle.work / "probe.json"
    order.write_text(json.dumps({"modules": sorted({*modules, *imported, *KEYCHAINS})}), "utf-8")
    shutil.copy(ROOT / "packaging" / "bundle_probe.py", bundle.inside)
    own = {"BUNDLE_PROBE": str(order), "LD_LIBRARY_PATH": OUTSIDE}
    done = _store_a_secret(bundle, "bundle_probe.Probe", "probe", **own)
    report = order.with_suffix(".report")
    if not report.exists():
        raise Failure(f"the probe did not report: exit code {done.returncode}, {_said(done)}")
    seen = json.loads(report.read_text("utf-8"))
    wrong = [what for what, good in _judged(seen, modules) if not good]
    if wrong:
        raise Failure("; ".join(wrong))
    return (
        f"{len(modules)} modules, {len(imported)} foreign ones, {len(seen['migrations'])} migrations,"
        f" {seen['certificates']} authorities, {len(seen['keyring backends'])} kinds of keychain"
    )


def _judged(seen: dict[str, Any], modules: set[str]) -> Iterator[tuple[str, bool]]:
    """What the probe saw, each with whether it is good."""
    qt = seen["qt"]
    yield f"modules cannot be imported: {seen['missing modules']}", not seen["missing modules"]
    lacking = modules - set(seen["modules"])
    yield f"modules are missing: {sorted(lacking)}", not lacking
    yield "there are no migrations", len(seen["migrations"]) >= 2  # noqa: PLR2004 - one of the desk, one of the archive
    known = set(seen["keyring backends"])
    yield f"keyring knows only {known}", {f"keyring.backends.{name}" for name in BACKENDS} <= known
    yield f"its children get the libraries of {seen['library path']!r}", seen["library path"] == OUTSIDE
    yield f"charsets are missing: {seen['missing charsets']}", not seen["missing charsets"]
    yield "there are no certificates", seen["certificates"] > 0
    yield f"the translations do not load or say {qt['words']}", qt["translations"] and qt["words"] == ["搜索", "取消"]
    yield f"Qt reads only {qt['pictures']}", {"png", "jpeg", "gif", "webp"} <= set(qt["pictures"])
    yield f"Qt does not read icons: {qt['bad icons']}", not qt["bad icons"]
    yield f"it loaded files from elsewhere: {seen['strangers']}", not seen["strangers"]


def finds_its_libraries(bundle: Bundle) -> str:
    """A note, no failure: what the screen of Linux needs may come from the system, if that has it."""
    if not LINUX or shutil.which("ldd") is None:
        return "not asked here"
    plugin = bundle.inside / "PySide6" / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    surroundings = os.environ | {"LD_LIBRARY_PATH": str(bundle.inside)}
    said = subprocess.run(["ldd", str(plugin)], capture_output=True, text=True, check=True, env=surroundings).stdout
    lacking = sorted({line.split()[0] for line in said.splitlines() if "not found" in line})
    if lacking:
        return f"NOTE: not here, so not brought along: {', '.join(lacking)}; build for others where they are"
    return "all are there"


def reads_mail(bundle: Bundle) -> str:
    """A reader child reads a Chinese mail with HTML and an attachment."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "李娜 <li.na@example.com>", "台灯"
    mail.set_content("灯坏了。", charset="gb18030")
    mail.add_alternative("<p>灯<b>坏</b>了。</p>", subtype="html", charset="gb18030")
    mail.add_attachment(b"photo", maintype="image", subtype="jpeg", filename="灯.jpg")
    raw = mail.as_bytes()
    asked = struct.pack("!IQB", 1, len(raw), 1)  # one mail, its size, all of it
    done = bundle.run("reader", given=asked + raw)
    if done.returncode != 0 or not done.stdout.startswith(b"ready\n"):
        raise Failure(f"exit code {done.returncode}, {_said(done)}")
    (reading,) = pickle.loads(done.stdout[len(b"ready\n") + 8 :])  # noqa: S301 - our own child
    if isinstance(reading, str) or reading.subject != "台灯" or "坏" not in reading.text or not reading.attachments:
        raise Failure(f"it read {reading}")
    return "subject, text and attachment"


def runs_the_demo(bundle: Bundle) -> str:
    """The demo shop comes up, its engine lives, a search is answered; a polite end leaves no process behind."""
    folder, said = bundle.work / "demo", bundle.work / "demo.log"
    with said.open("wb") as log:
        command = bundle.command("--data", str(folder), "demo", window=True)
        nothing = subprocess.DEVNULL
        window = subprocess.Popen(command, env=bare(), cwd=bundle.work, stdin=nothing, stdout=log, stderr=log)
        try:
            told = _watched(bundle, folder, window)
        except Failure as failure:
            raise Failure(f"{failure}; it said: {said.read_text('utf-8', 'replace')[-1500:]!r}") from None
        finally:
            window.kill()
            window.wait()
    _see_quiet_logs(folder)
    return told


def _watched(bundle: Bundle, folder: Path, window: subprocess.Popen[bytes]) -> str:
    """The demo from its start to its end."""
    began = time.monotonic()
    engine = _until(lambda: _with_word(bundle, "demo-engine"), window, "the engine does not start")
    up = time.monotonic() - began
    hits = _until(lambda: _hits(bundle, folder), window, "no search is answered with a hit")
    found = time.monotonic() - began
    _see_health(bundle, folder)
    if engine not in bundle.alive():
        raise Failure("the engine of the beginning is gone")
    window.terminate()
    window.wait(LEAVING)
    _see_them_leave(bundle)
    return f"window and engine after {up:.1f} s, {hits} hits for lamp after {found:.1f} s, all gone after the end"


def _until(look: Callable[[], int], window: subprocess.Popen[bytes], complaint: str) -> int:
    """The first look that finds something."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        if window.poll() is not None:
            raise Failure(f"{complaint}: the window ended with {window.returncode}")
        if found := look():
            return found
        time.sleep(0.05)
    raise Failure(f"{complaint} within {PATIENCE:.0f} s")


def _with_word(bundle: Bundle, word: str) -> int:
    return next((number for number, words in bundle.alive().items() if word in words.split()), 0)


def _hits(bundle: Bundle, folder: Path) -> int:
    if not (folder / "archive.db").exists():
        return 0  # a command of ours must not be the one that makes the database
    done = bundle.run("--data", str(folder), "search", "lamp", "--json")
    return len(json.loads(done.stdout)) if done.returncode == 0 else 0


def _see_health(bundle: Bundle, folder: Path) -> None:
    """Mail is there and what is stored is sound; that one mailbox of the demo is refused is meant."""
    health = json.loads(bundle.run("--data", str(folder), "status", "--json").stdout)
    if not any(one["messages"] for one in health):
        raise Failure(f"no mailbox has mail: {health}")
    checked = bundle.run("--data", str(folder), "check")
    if checked.returncode != 0:
        raise Failure(f"check: {_said(checked)}")


def _see_them_leave(bundle: Bundle) -> None:
    limit = time.monotonic() + LEAVING
    while left := bundle.alive():
        if time.monotonic() > limit:
            for number in left:
                os.kill(number, 9)
            raise Failure(f"still there {LEAVING:.0f} s after the window: {left}")
        time.sleep(0.05)


def _see_quiet_logs(folder: Path) -> None:
    """Nothing inside told of a bug or of a missing part."""
    for log in sorted((folder / "logs").glob("*.log")):
        lines = log.read_text("utf-8", "replace").splitlines()
        bad = [line for line in lines if " ERROR " in line or "ModuleNotFound" in line or "does not start" in line]
        if bad:
            raise Failure(f"{log.name}: {bad[:3]}")


# --- what must be inside -------------------------------------------------------------------------------


def own_modules() -> set[str]:
    """Every module of ours but the one that starts the program when it is imported."""
    files = sorted((ROOT / "shopdesk").rglob("*.py"))
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files}
    return names - {"shopdesk", "shopdesk.__main__"}


def imported_modules() -> set[str]:
    """Every foreign module that ours import anywhere, also inside functions, and that this system has."""
    names: set[str] = set()
    for path in (ROOT / "shopdesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    return {name for name in names if not name.startswith("shopdesk") and importlib.util.find_spec(name)}


def _store_a_secret(bundle: Bundle, backend: str, name: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Connect a mailbox, which puts its password into the keychain."""
    words = ("mailbox", "add", "shop@example.com", "--imap", "127.0.0.1:143", "--security", "none", "--password-stdin")
    folder = bundle.work / f"keychain-{name}"
    return bundle.run(
        "--data", str(folder), *words, given=b"secret\n", PYTHON_KEYRING_BACKEND=backend, **variables
    )


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return repr((done.stderr or done.stdout).decode("utf-8", "replace")[-1500:])


# --- all together --------------------------------------------------------------------------------------

CHECKS = (
    says_its_version, has_all_resources, finds_its_libraries, finds_keyring_backends, has_everything_inside, reads_mail,
    runs_the_demo,
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Check the bundle in the given folder. Out: 0 only if all is well."""
    sys.path.insert(0, str(ROOT))  # to understand what the reader answers
    built = Path(arguments[0] if arguments else ROOT / "dist" / "shopdesk").resolve()
    if not built.is_dir():
        print(f"There is no {built}; build it with: python -m PyInstaller --noconfirm packaging/shopdesk.spec")
        return 2
    sizes = [path.stat().st_size for path in built.rglob("*") if path.is_file() and not path.is_symlink()]
    print(f"{built}: {sum(sizes) / 1e6:.0f} MB in {len(sizes)} files")
    with tempfile.TemporaryDirectory(prefix="shopdesk-check-", ignore_cleanup_errors=True) as place:
        work = Path(place).resolve()
        bundle = Bundle(work / "Läden 店" / "shopdesk", work)
        shutil.copytree(built, bundle.folder, symlinks=True)
        return max([_checked(check, bundle) for check in CHECKS])


def _checked(check: Callable[[Bundle], str], bundle: Bundle) -> int:
    name = check.__name__.replace("_", " ")
    try:
        print(f"ok      {name}: {check(bundle)}", flush=True)
    except (Failure, subprocess.TimeoutExpired) as failure:
        print(f"FAILED  {name}: {failure}", flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
