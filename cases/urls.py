"""Addresses of pages about cases."""

from django.urls import path

from cases.views import (
    act,
    bank,
    bundle,
    case,
    changes,
    draft,
    lists,
    preview,
    printing,
    review_figures,
    review_phrases,
    roadside,
    seals,
    statutes,
)

app_name = "cases"

urlpatterns = [
    path("", lists.my_worklist, name="worklist"),
    path("cases/", lists.case_list, name="list"),
    path("cases/new/", case.new_case, name="new"),
    path("cases/new/spot/", roadside.new_spot, name="new-spot"),
    path("cases/<int:case_id>/spot/", roadside.spot_done, name="spot-done"),
    path("cases/<int:case_id>/", case.case_detail, name="case"),
    path("cases/<int:case_id>/act/<slug:key>/", act.do_act, name="act"),
    path("cases/<int:case_id>/act/<slug:key>/preview/", preview.preview, name="preview"),
    path("cases/<int:case_id>/<slug:kind>/<int:object_id>/act/<slug:key>/", act.do_object_act, name="object-act"),
    path(
        "cases/<int:case_id>/<slug:kind>/<int:object_id>/act/<slug:key>/preview/",
        preview.preview_object,
        name="object-preview",
    ),
    path("cases/<int:case_id>/act/<slug:key>/draft/", draft.draft, name="draft"),
    path(
        "cases/<int:case_id>/<slug:kind>/<int:object_id>/act/<slug:key>/draft/",
        draft.draft_object,
        name="object-draft",
    ),
    path("cases/<int:case_id>/papers/<int:document_id>/changes/", changes.paper_changes, name="paper-changes"),
    path("cases/<int:case_id>/papers/<int:document_id>/marked/", changes.paper_marked, name="paper-marked"),
    path("cases/<int:case_id>/dossier.pdf", case.dossier, name="dossier"),
    path("cases/<int:case_id>/court-bundle/", bundle.court_bundle, name="court-bundle"),
    path("cases/<int:case_id>/evidence/<int:evidence_id>/", case.evidence_file, name="evidence-file"),
    path("cases/<int:case_id>/service-proof/<int:proof_id>/", case.service_proof, name="service-proof"),
    path("printing/", printing.printing, name="printing"),
    path("printing/<int:batch_id>/", printing.print_batch, name="print-batch"),
    path("printing/<int:batch_id>/papers.pdf", printing.print_merged, name="print-merged"),
    path("printing/<int:batch_id>/papers.zip", printing.print_zip, name="print-zip"),
    path("money/bank-files/", bank.bank_files, name="bank-files"),
    path("money/bank-files/<int:file_id>/", bank.bank_file, name="bank-file"),
    path("legal-review/", review_figures.figures, name="review-figures"),
    path("legal-review/figures.csv", review_figures.figures_csv, name="review-figures-csv"),
    path("legal-review/phrases/", review_phrases.phrases, name="review-phrases"),
    path("seals/", seals.register, name="seals"),
    path("terms/", lists.term_board, name="term-board"),
    path("statutes/", statutes.statutes, name="statutes"),
    path("statutes/<int:statute_id>/", statutes.statute, name="statute"),
]
