"""A small OAuth 2 server on loopback with rotation, PKCE and device codes, as strict as the real ones."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import parse_qs, urlencode, urlsplit

from shopdesk.domain.mailbox import OAuthSetup

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


class AuthorizationServer:
    """One client, `shop`; everything it hands out is remembered. A context manager."""

    def __init__(self) -> None:
        self.rotates = True
        self.life: object = 3600
        self.pending_polls = 0
        self.slow_downs = 0
        self.device_error = ""
        self.answer_with: tuple[int, bytes] | None = None
        self.asked: list[dict[str, str]] = []
        self.access: set[str] = set()
        self.refresh: set[str] = set()
        self._codes: dict[str, dict[str, str]] = {}

    def __enter__(self) -> Self:
        outer = self

        class Visitor(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                fields = {key: one[0] for key, one in parse_qs(self.rfile.read(length).decode()).items()}
                outer.asked.append(fields)
                if outer.answer_with is not None:
                    status, body = outer.answer_with
                else:
                    status, answer = outer._device() if self.path == "/device" else outer._token(fields)
                    body = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Visitor)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *problem: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def setup(self) -> OAuthSetup:
        url = self.url
        return OAuthSetup(f"{url}/authorize", f"{url}/token", "shop", ("mail", "offline"), f"{url}/device")

    def consent(self, url: str, *, error: str = "", state: str = "") -> str:
        """What a browser does after the user said yes: the address that it is sent to."""
        wishes = {key: one[0] for key, one in parse_qs(urlsplit(url).query).items()}
        assert wishes["response_type"] == "code"
        assert wishes["code_challenge_method"] == "S256"
        answer = {"state": state or wishes["state"]}
        if error:
            answer |= {"error": error, "error_description": "the user said no"}
        else:
            answer["code"] = secrets.token_urlsafe(8)
            self._codes[answer["code"]] = wishes
        return f"{wishes['redirect_uri']}/?{urlencode(answer)}"

    def grant(self) -> str:
        """A refresh token."""
        token = secrets.token_urlsafe(12)
        self.refresh.add(token)
        return token

    def _token(self, fields: dict[str, str]) -> tuple[int, dict[str, object]]:
        if fields.get("client_id") != "shop":
            return 401, {"error": "invalid_client", "error_description": "who is that"}
        kind = fields["grant_type"]
        if kind == "refresh_token":
            return self._refreshed(fields["refresh_token"])
        if kind == "authorization_code":
            return self._redeemed(fields)
        assert kind == DEVICE_GRANT
        return self._polled()

    def _redeemed(self, fields: dict[str, str]) -> tuple[int, dict[str, object]]:
        wishes = self._codes.pop(fields["code"], {})
        digest = hashlib.sha256(fields["code_verifier"].encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode(), fields["redirect_uri"]
        if proof != (wishes.get("code_challenge"), wishes.get("redirect_uri")):
            return 400, {"error": "invalid_grant"}
        return 200, self._handed_out(self.grant())

    def _polled(self) -> tuple[int, dict[str, object]]:
        if self.slow_downs > 0:
            self.slow_downs -= 1
            return 400, {"error": "slow_down"}
        if self.pending_polls > 0:
            self.pending_polls -= 1
            return 400, {"error": "authorization_pending"}
        return (400, {"error": self.device_error}) if self.device_error else (200, self._handed_out(self.grant()))

    def _refreshed(self, token: str) -> tuple[int, dict[str, object]]:
        if token not in self.refresh:
            return 400, {"error": "invalid_grant", "error_description": f"Token {token} has been revoked"}
        if not self.rotates:
            return 200, self._handed_out("")
        self.refresh.remove(token)
        return 200, self._handed_out(self.grant())

    def _handed_out(self, refresh: str) -> dict[str, object]:
        access = secrets.token_urlsafe(12)
        self.access.add(access)
        answer: dict[str, object] = {"access_token": access, "token_type": "Bearer", "scope": "mail"}
        answer["expires_in"] = self.life
        return answer | ({"refresh_token": refresh} if refresh else {})

    def _device(self) -> tuple[int, dict[str, object]]:
        return 200, {
            "device_code": "hidden-device-code",
            "user_code": "ABCD-EFGH",
            "verification_uri": f"{self.url}/activate",
            "expires_in": 60,
            "interval": 0.02,
        }
