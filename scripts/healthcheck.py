"""Does the web server of this container answer? Exit status 0 says yes."""

import os
import sys
import urllib.request


def answers(port: int = 8000) -> bool:
    # Asked as the proxy in front would ask, or the host check and the redirect to https would answer instead.
    headers = {"Host": os.environ["ALLOWED_HOSTS"].split(",")[0].strip(), "X-Forwarded-Proto": "https"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}/healthz", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=4) as response:
            return bool(response.status == 200)
    except OSError:  # Refused, timed out, or answered with an error.
        return False


if __name__ == "__main__":
    sys.exit(not answers())
