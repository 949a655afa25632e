"""Under which addresses are batches of reviewed files found? All below those of the review."""

from django.urls import path

from oversight.batches.views import after, batches, files

urlpatterns = [
    path("", batches.batches, name="review-batches"),
    path("new/", batches.new, name="review-batch-new"),
    path("mine/", files.tasks, name="review-tasks"),
    path("<int:review_batch_id>/", batches.batch, name="review-batch"),
    path("<int:review_batch_id>/draw/", batches.redraw, name="batch-redraw"),
    path("<int:review_batch_id>/draws/<int:draw_number>.csv", batches.frame, name="batch-frame"),
    path("<int:review_batch_id>/reviewers/", batches.reviewer, name="batch-reviewer"),
    path("<int:review_batch_id>/assign/", batches.assignment, name="batch-assign"),
    path("<int:review_batch_id>/agreement/", batches.agreement, name="batch-agreement"),
    path("<int:review_batch_id>/agreement.csv", batches.agreement_csv, name="batch-agreement-csv"),
    path("files/<int:review_file_id>/", files.file, name="review-file"),
    path("files/<int:review_file_id>/reviewer/", files.change, name="review-file-reviewer"),
    path("files/<int:review_file_id>/confirm/", files.confirm_result, name="review-file-confirm"),
    path("files/<int:review_file_id>/objection/", after.objection_new, name="objection-new"),
    path("files/<int:review_file_id>/rectification/", after.rectification_new, name="rectification-new"),
    path("sheets/<int:sheet_id>/", files.sheet, name="review-sheet"),
    path("sheets/<int:signed_sheet_id>/sign/", files.sign, name="sheet-sign"),
    path("objections/<int:objection_id>/", after.objection, name="objection"),
    path("rectifications/<int:notice_id>/", after.rectification, name="rectification"),
    path("rectifications/<int:notice_id>.pdf", after.rectification_pdf, name="rectification-pdf"),
    path("rectifications/items/<int:notice_item_id>/answer/", after.answer_item, name="rectification-answer"),
    path("rectifications/items/<int:notice_item_id>/check/", after.check_item, name="rectification-check"),
]
