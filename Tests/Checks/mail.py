#!/usr/bin/env python3
"""Checks that other people's programs read a mail of ours as it was meant, and carry it without a change.

Usage: mail.py LAMINA DECK

Python's strict parser, munpack and ripmime take it apart; msmtp hands it to an aiosmtpd on this machine. Needs Debian's
mpack, ripmime, msmtp and python3-aiosmtpd.
"""
import email
import email.policy
import hashlib
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile

try:
    from aiosmtpd.controller import Controller
except ImportError:
    # Debian's package is for Debian's own Python.
    if os.path.realpath(sys.executable) == os.path.realpath("/usr/bin/python3"):
        raise
    os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])

FROM, TO, COPY = "AMIA México <prensa@example.mx>", "José Núñez <jose@example.mx>", "ana@méxico.mx"
problems = []


def require(truth, what):
    if not truth:
        problems.append(what)


def digests(folder, pattern):
    return {hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.rglob(pattern)}


class Keeper:
    """A server that keeps what it is handed."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        self.mails.append((envelope.mail_from, sorted(envelope.rcpt_tos), envelope.content))
        return "250 OK"


def check(lamina, deck, work):
    message, preview = work / "mail.eml", work / "preview"
    words = [lamina, "email", deck, "--from", FROM, "--to", TO, "--cc", COPY, "--attach-pdf", "--strict"]
    subprocess.run([*words, "-o", message], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([lamina, "email", deck, "--preview", preview], check=True, stdout=subprocess.DEVNULL)
    data = message.read_bytes()
    pictures = digests(preview, "*.png")

    # The bytes.
    require(all(byte < 0x80 for byte in data) and b"\0" not in data, "there are bytes beyond ASCII")
    require(data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r"), "a line does not end with CR LF")
    require(max(map(len, data.split(b"\r\n"))) <= 78, "a line is longer than 78")
    for word in re.findall(rb"=\?[^\s]*\?=", data.split(b"\r\n\r\n")[0]):
        require(len(word) <= 75, f"the encoded word {word} is longer than 75")

    # Python: no defect, all headers, all parts.
    mail = email.message_from_bytes(data, policy=email.policy.default.clone(raise_on_defect=True))
    require(str(mail["From"]) == FROM, f"From is {mail['From']}")
    require(str(mail["To"]) == TO, f"To is {mail['To']}")
    require(str(mail["Cc"]) == "ana@xn--mxico-bsa.mx", f"Cc is {mail['Cc']}")
    require("AMIA" in mail["Subject"] and "vehículos" in mail["Subject"], f"Subject is {mail['Subject']}")
    for name in ["Date", "Message-ID", "MIME-Version", "Auto-Submitted"]:
        require(mail[name], f"there is no {name}")
    require(mail["Bcc"] is None, "there is a Bcc")
    tree = [part.get_content_type() for part in mail.walk()]
    require(
        tree == ["multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html"]
        + ["image/png"] * len(pictures) + ["application/pdf"], f"the parts are {tree}")
    require(pictures and len(pictures) == len(list(preview.glob("*.png"))), "there are too few pictures")
    html = next(part for part in mail.walk() if part.get_content_type() == "text/html").get_content()
    for part in mail.walk():
        if part.get_content_type() != "image/png":
            continue
        require(f'src="cid:{part["Content-ID"].strip("<>")}"' in html, f"{part['Content-ID']} is not shown")
        require(hashlib.sha256(part.get_content()).hexdigest() in pictures, "a picture has changed")
        require(part.get_content_disposition() == "inline", "a picture is not inline")

    # Others take it apart.
    for name, command in [
        ("munpack", ["munpack", "-q", "-t", "-C", str(work / "munpack"), str(message)]),
        ("ripmime", ["ripmime", "-i", str(message), "-d", str(work / "ripmime")]),
    ]:
        (work / name).mkdir()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        require(pictures <= digests(work / name, "*"), f"{name} does not find the pictures")
        require(any(file.read_bytes().startswith(b"%PDF-") for file in (work / name).rglob("*")),
                f"{name} does not find the PDF")

    # A server gets it as it is, from our own hand.
    keeper = Keeper()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(keeper, hostname="127.0.0.1", port=port)
    server.start()
    try:
        program = work / "sendmail"
        program.write_text(
            f"#!/bin/sh\nexec msmtp -C /dev/null --host=127.0.0.1 --port={port} "
            '--from=prensa@example.mx "$@"\n')
        program.chmod(0o755)
        subprocess.run([*words, "--sendmail", "--sendmail-program", program], check=True,
                       stdout=subprocess.DEVNULL)
    finally:
        server.stop()
    require(len(keeper.mails) == 1, f"the server has {len(keeper.mails)} mails")
    for sender, people, content in keeper.mails:
        require(sender == "prensa@example.mx", f"the sender is {sender}")
        require(people == ["ana@xn--mxico-bsa.mx", "jose@example.mx"], f"the recipients are {people}")
        require(content == data, "the server's bytes are not ours")
    return len(data)


def main():
    lamina, deck = os.path.realpath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        size = check(lamina, deck, pathlib.Path(folder))
    for problem in problems:
        print(f"mail: {problem}", file=sys.stderr)
    if problems:
        return 1
    print(f"mail: {size} bytes, read alike by Python, munpack and ripmime, and carried by msmtp unchanged")
    return 0


sys.exit(main())
