# One image for web, worker and beat, from the same lock as everything else.
FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 \
    VAR_DIR=/var/lib/bureau STATIC_ROOT=/srv/static

RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/bureau --create-home bureau \
    && install --directory --owner=bureau /srv/static

WORKDIR /srv/bureau
COPY requirements.txt ./
RUN pip install --require-hashes --requirement requirements.txt
COPY . .

# The key exists during this one command and signs nothing that lasts.
RUN python -m scripts.translations compile \
    && SECRET_KEY=only-for-collecting-files python manage.py collectstatic --noinput \
    && chown --recursive bureau: /var/lib/bureau /srv/static

USER bureau
VOLUME /var/lib/bureau
EXPOSE 8000
CMD ["gunicorn", "bureau.wsgi", "--bind=0.0.0.0:8000", "--workers=2", "--threads=4", "--no-control-socket", "--access-logfile=-"]
