"""Open what isp hands over with the programs that people open it with.

A long plan is written as a Word file and as HTML. LibreOffice and Chromium make PDFs of them, and
these are read: every part is there, the paper has its size, and no page ends with a heading.

    python -m checks.handing_over [FOLDER]

leaves the documents, the PDFs and pictures of their pages in FOLDER, to be looked at.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.plan.kept_plan import BELOW, CHANGES, PLAN, STEM

PROGRAMS = ("soffice", "chromium", "pdftotext", "pdfinfo", "pdftoppm")
PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
"""Sizes of paper in points."""

TOLERANCE = 1.5
"""Points by which programs round a size."""

MORE = "\n".join(
    f"- [ ] Call service {n} and ask who else should be at the table 📅 2027-05-{n % 28 + 1:02}"
    for n in range(60)
)
HOSTILE = "<script>document.title='x'</script> & ]]> שלום 🙂"
HEADINGS = (
    "Brokering", "What further looks like", "Resources available", "Who to learn from",
    "Next steps", "How I will know", "What could get in the way, and what then",
    "Review of 5 April 2027", "What happened", "What now", "Developing teams", "Looking back",
)  # fmt: skip
SAID = (
    "Development plan", *HEADINGS, "Draw a map of who is missing",
    "Three services we had never met.", "Call service 59", "<script>", "]]>", "It was worth it.",
)  # fmt: skip


def main() -> None:
    """Run every check; end with a message at the first that fails."""
    missing = [each for each in PROGRAMS if not shutil.which(each)]
    if missing:
        sys.exit(f"These programs are missing: {', '.join(missing)}")
    with tempfile.TemporaryDirectory(prefix="isp-handing-over-") as temporary:
        folder = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        portfolio = Path(temporary) / "portfolio"
        _keep(portfolio)
        for steps in ("list", "table"):
            for pdf, paper in _pdfs(portfolio, folder, Path(temporary), steps):
                _check(pdf, paper)
                _run("pdftoppm", "-r", "70", "-png", str(pdf), str(pdf.with_suffix("")))
    print("What is handed over opens, prints and says everything.")


def _keep(portfolio: Path) -> None:
    _isp(portfolio, "plan", "--answers", "-", text=PLAN)
    kept = portfolio / "plans" / f"{STEM}.md"
    made = next((portfolio / "plans").glob("*.md"))
    text = made.read_text(encoding="utf-8")
    for old, new in CHANGES:
        text = text.replace(old, new)
    text = text.replace(
        "- [ ] Read about meetings", f"{HOSTILE}\n\n{MORE}\n- [ ] Read about meetings"
    )
    made.rename(kept).write_text(text + BELOW, encoding="utf-8")


def _pdfs(portfolio: Path, folder: Path, home: Path, steps: str) -> Iterator[tuple[Path, str]]:
    """Yield each PDF that a program makes, and the paper it is meant for."""
    word = folder / f"plan-{steps}.docx"
    word.unlink(missing_ok=True)
    _isp(portfolio, "plan", "export", str(word), "--steps", steps)
    _run(
        *("soffice", "--headless", f"-env:UserInstallation={(home / 'office').as_uri()}"),
        *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(word)),
        home=home,
    )
    made = word.with_suffix(".pdf")
    if not made.is_file():
        sys.exit("LibreOffice made no PDF.")
    yield made.rename(folder / f"word-{steps}-A4.pdf"), "A4"
    html = folder / f"plan-{steps}.html"
    html.unlink(missing_ok=True)
    _isp(portfolio, "plan", "export", str(html), "--steps", steps)
    for paper in PAPERS:
        page = folder / f"page-{steps}-{paper}.html"
        sized = (
            f"<style>@page {{ size: {paper} }}</style></head>"  # as the person picks it to print
        )
        page.write_text(html.read_text("utf-8").replace("</head>", sized, 1), encoding="utf-8")
        pdf = folder / f"html-{steps}-{paper}.pdf"
        pdf.unlink(missing_ok=True)
        _run(
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
            *("--disable-background-networking", "--no-first-run", "--disable-extensions"),
            *("--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={home / 'chromium'}"),
            *("--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()),
            home=home,
        )
        if not pdf.is_file():
            sys.exit("Chromium made no PDF.")
        yield pdf, paper


def _check(pdf: Path, paper: str) -> None:
    """End where the PDF lacks something, has another size, or leaves a heading alone."""
    about = _run("pdfinfo", str(pdf))
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", about)
    if not size or not _alike((float(size[1]), float(size[2])), PAPERS[paper]):
        sys.exit(f"{pdf.name}: the paper is not {paper}: {size and size.group()}")
    pages = _run("pdftotext", "-layout", str(pdf), "-").split("\f")
    flowing = " ".join(_run("pdftotext", str(pdf), "-").split())
    missing = [each for each in SAID if each not in flowing]
    if missing:
        sys.exit(f"{pdf.name}: these are missing: {', '.join(missing)}")
    if "list" in pdf.name and not all(box in flowing for box in "☐☑"):
        sys.exit(f"{pdf.name}: a box is missing.")
    for number, page in enumerate(pages, start=1):
        lines = [" ".join(line.split()) for line in page.splitlines() if line.strip()]
        if lines and lines[-1] in HEADINGS:
            sys.exit(f"{pdf.name}: page {number} ends with the heading '{lines[-1]}'.")
    print(f"{pdf.name}: {len([page for page in pages if page.strip()])} pages")


def _alike(size: tuple[float, float], wanted: tuple[int, int]) -> bool:
    return all(abs(each - want) <= TOLERANCE for each, want in zip(size, wanted, strict=True))


def _isp(portfolio: Path, *words: str, text: str = "") -> None:
    _run(sys.executable, "-m", "isp_cli", "--portfolio", str(portfolio), *words, text=text)


def _run(*words: str, text: str = "", home: Path | None = None) -> str:
    """Return what a program printed; end where it fails."""
    environment = {**os.environ, **({"HOME": str(home)} if home else {})}
    done = subprocess.run(
        words,
        input=text,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=180,
    )
    if done.returncode:
        sys.exit(f"{words[0]} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


if __name__ == "__main__":
    main()
