"""An installation to audit, on its own disk."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from empty_stores import empty_data

from eclaireur.audit import Inspected
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary, Ranker
from eclaireur.settings import Settings
from eclaireur.store import RankerFile, open_store
from eclaireur.tasks.registry import all_tasks
from eclaireur.web.security import CONTENT_SECURITY_POLICY

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


async def no_vocabulary() -> PortalVocabulary:
    return PortalVocabulary.learn([])


@pytest.fixture
async def inspected(tmp_path: Path) -> AsyncIterator[Inspected]:
    settings = Settings(data=empty_data(tmp_path))
    ranker: Ranker = RankerFile(settings.ranker_file).ranker()
    async with open_store(settings.database_url) as store:
        yield Inspected(
            settings=settings,
            store=store,
            tasks=all_tasks(no_vocabulary, ranker, ControlledTerms([])),
            pages={},
            policy_of_content=CONTENT_SECURITY_POLICY,
            logs=(),
            now=NOW,
        )
