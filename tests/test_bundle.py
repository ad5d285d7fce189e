"""What can be said of the frozen program without freezing it; the rest is packaging/check_bundle.py's."""

from __future__ import annotations

import ast
import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from shopdesk.system.licences import SHIPPED

ROOT = Path(__file__).parent.parent
SPEC = ROOT / "packaging" / "shopdesk.spec"


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    """The names of the spec's first part, which Python can run without PyInstaller."""
    tree = ast.parse(SPEC.read_text("utf-8"))
    ends = [number for number, node in enumerate(tree.body) if _is_for_pyinstaller(node)]
    first = ast.Module(tree.body[: ends[0]], type_ignores=[])
    names: dict[str, Any] = {"SPECPATH": str(SPEC.parent)}
    exec(compile(first, str(SPEC), "exec"), names)  # noqa: S102 - our own file
    return names


def _is_for_pyinstaller(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PyInstaller")


def _script(name: str) -> ModuleType:
    found = importlib.util.spec_from_file_location(f"under_test_{name}", ROOT / "packaging" / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def _product() -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted((ROOT / "shopdesk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path, node


def _imported() -> set[str]:
    names: set[str] = set()
    for _, node in _product():
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_every_module_that_comes_whole_exists(spec: dict[str, Any]) -> None:
    assert {"shopdesk", "keyring.backends"} <= set(spec["WHOLE"])
    assert [name for name in spec["WHOLE"] if importlib.util.find_spec(name) is None] == []
    assert "keyring" in SHIPPED


def test_every_folder_of_modules_is_a_package_that_can_be_collected() -> None:
    folders = {path.parent for path in (ROOT / "shopdesk").rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_nothing_is_imported_in_a_way_that_the_analysis_cannot_see() -> None:
    """The warm-up names modules by words; the analysis sees each of them elsewhere."""
    from shopdesk.ui.warm_up import MODULES

    assert set(MODULES) <= _imported()
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, node in _product()
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in {"import_module", "__import__"}
    ]
    assert [place for place in hidden if not place.startswith("shopdesk/ui/warm_up.py:")] == []


def test_nothing_that_is_left_out_is_imported(spec: dict[str, Any]) -> None:
    left_out = set(spec["LEFT_OUT"])
    parents = {".".join(name.split(".")[:count]) for name in _imported() for count in range(1, 4)}
    assert left_out & parents == set()


def test_every_folder_of_resources_comes_along(spec: dict[str, Any]) -> None:
    resources = ROOT / "resources"
    shipped = dict(spec["shipped"](resources))
    folders = {path.parent.relative_to(ROOT) for path in resources.rglob("*") if path.is_file()}
    assert {Path(place) for place in shipped.values()} == folders
    for source, place in shipped.items():
        assert Path(place) / Path(source).name == Path(source).relative_to(ROOT)


def test_only_files_for_developers_stay_at_home(spec: dict[str, Any]) -> None:
    everything = {str(path) for path in (ROOT / "resources").rglob("*") if path.is_file()}
    at_home = everything - {source for source, _ in spec["shipped"](ROOT / "resources")}
    assert {Path(path).suffix for path in at_home} <= {".ts", ".md"}
    assert spec["NOT_SHIPPED"] == _script("check_bundle").NOT_SHIPPED


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/Qt/plugins/styles/libqmacstyle.dylib",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6\\Qt6Svg.dll",
        "resources/translations/shopdesk_zh_CN.qm",
    ],
)
def test_what_the_window_needs_of_qt_stays(spec: dict[str, Any], place: str) -> None:
    assert spec["wanted"](place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/networkinformation/libqglib.so",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\Qt6Qml.dll",
        "PySide6\\opengl32sw.dll",
    ],
)
def test_what_no_window_uses_of_qt_is_left_out(spec: dict[str, Any], place: str) -> None:
    assert not spec["wanted"](place)


def test_the_check_asks_for_every_module_and_every_foreign_one() -> None:
    check = _script("check_bundle")
    assert {"shopdesk.app.main", "shopdesk.storage.migrations.m0001_first_tables", "shopdesk.ui.window_entry"} <= (
        check.own_modules()
    )
    assert {"keyring", "nh3", "sqlcipher3", "zstandard", "certifi", "PySide6.QtSvg"} <= check.imported_modules()


def test_the_check_sees_this_very_process() -> None:
    assert os.getpid() in _script("check_bundle").processes()


def test_without_a_bundle_the_check_says_how_to_build_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _script("check_bundle").main([str(tmp_path / "nothing")]) == 2
    assert "packaging/shopdesk.spec" in capsys.readouterr().out


def test_what_the_program_starts_gets_back_the_library_path_of_before() -> None:
    give_back = _script("bundle_entry").give_back_library_path
    frozen = {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/before", "HOME": "/home"}
    give_back(frozen)
    assert frozen == {"LD_LIBRARY_PATH": "/before", "HOME": "/home"}
    fresh = {"LD_LIBRARY_PATH": "/bundle"}
    give_back(fresh)
    assert fresh == {}
