"""Do originals lie as safely in an S3-compatible store, reached by django-storages as an installation would?"""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from django.utils import timezone
from moto import mock_aws
from storages.backends.s3 import S3Storage

from bureau.sample.story import Story
from files import recheck, storage
from files.models import StoredFile
from tests.files.test_tus import FILM, SHA, add
from tests.files.tus import Sender

BUCKET = "evidence"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with mock_aws():
        client = boto3.client("s3", region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
        client.create_bucket(Bucket=BUCKET)
        kept = S3Storage(bucket_name=BUCKET, region_name="us-east-1", access_key="a", secret_key="b")
        monkeypatch.setattr(storage.originals, "_wrapped", kept)
        yield client


def test_an_object_store_holds_originals_once_and_notices_damage(bucket: Any, sender: Sender, story: Story) -> None:
    assert add(sender, sender.send(FILM, (50, 70_000))).status_code == 302
    evidence = story.case.evidence.get(sha256=SHA)
    (lies,) = bucket.list_objects_v2(Bucket=BUCKET)["Contents"]
    assert (lies["Key"], lies["Size"]) == (evidence.file.name, len(FILM))

    got = sender.browser.get(f"/cases/{story.case.pk}/evidence/{evidence.pk}/")
    assert b"".join(got.streaming_content) == FILM
    sender.send(FILM)
    assert StoredFile.objects.count() == 1 == bucket.list_objects_v2(Bucket=BUCKET)["KeyCount"]

    assert recheck.recheck(timezone.now()) == 1 and StoredFile.objects.get().fault == ""
    bucket.put_object(Bucket=BUCKET, Key=lies["Key"], Body=FILM[::-1])
    assert recheck.fault_of(evidence.file.name, SHA) == "changed"
    bucket.delete_object(Bucket=BUCKET, Key=lies["Key"])
    assert recheck.fault_of(evidence.file.name, SHA) == "missing"
