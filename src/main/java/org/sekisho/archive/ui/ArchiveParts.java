package org.sekisho.archive.ui;

import org.sekisho.archive.CaseArchive;
import org.sekisho.workbench.ModelVocabulary;
import org.sekisho.workbench.Times;
import org.springframework.stereotype.Component;

/** What the parts of an archived case's page are made with. */
@Component
record ArchiveParts(CaseArchive archive, ArchiveWords words, ModelVocabulary models, Times times) {}
