"""Other typesetters, in an environment of their own under build/: never a dependency of ours."""

import subprocess
import venv
from pathlib import Path

_HERE = Path(__file__).parent
_HOME = _HERE.parent / "build" / "peers"
_PACKAGES = {"typst": "typst==0.15.2", "weasyprint": "weasyprint==70.0"}
_LONG = 600  # s


def seconds(name: str, rows: Path, fonts: Path) -> list[float]:
    """How long a peer takes for the rows in a JSON file, without its start; the PDF lies beside them afterwards."""
    child = [str(_python()), str(_HERE / f"_{name}.py"), str(rows), str(fonts)]
    done = subprocess.run(child, capture_output=True, text=True, timeout=_LONG, check=True)
    return [float(done.stdout)]


def there() -> list[str]:
    """The peers that can be used; installs them first, and says in a sentence why one is left out."""
    found = []
    for name, package in _PACKAGES.items():
        try:
            if not _runs(name):
                _install(package)
            if _runs(name):
                found.append(name)
            else:
                print(f"{name}: left out, it does not start here")
        except (subprocess.SubprocessError, OSError):
            print(f"{name}: left out, it could not be installed (no network?)")
    return found


def _python() -> Path:
    windows = _HOME / "Scripts" / "python.exe"
    return windows if windows.exists() else _HOME / "bin" / "python"


def _runs(name: str) -> bool:
    if not _python().exists():
        return False
    done = subprocess.run([str(_python()), "-c", f"import {name}"], capture_output=True, timeout=_LONG, check=False)
    return done.returncode == 0


def _install(package: str) -> None:
    if not _python().exists():
        venv.create(_HOME, with_pip=True)
    command = [str(_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
    subprocess.run(command, capture_output=True, timeout=_LONG, check=True)
